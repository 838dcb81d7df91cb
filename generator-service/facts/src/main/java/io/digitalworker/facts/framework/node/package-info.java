/** The frameworks of TypeScript and JavaScript. */
@NullMarked
package io.digitalworker.facts.framework.node;

import org.jspecify.annotations.NullMarked;
