/** What calls what: bodies are gone through token by token, and each chain of calls is followed by its types. */
@NullMarked
package io.digitalworker.facts.framework.calls;

import org.jspecify.annotations.NullMarked;
