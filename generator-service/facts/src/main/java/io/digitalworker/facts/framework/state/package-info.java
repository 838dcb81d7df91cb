/** The states of entities, and what leads from one to another. */
@NullMarked
package io.digitalworker.facts.framework.state;

import org.jspecify.annotations.NullMarked;
