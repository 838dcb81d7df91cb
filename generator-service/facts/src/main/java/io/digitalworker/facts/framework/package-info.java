/**
 * What turns declarations into facts: one class for each framework or format, in a package for each
 * family; {@link io.digitalworker.facts.framework.Frameworks} lists them.
 */
@NullMarked
package io.digitalworker.facts.framework;

import org.jspecify.annotations.NullMarked;
