/** The first stage: what was submitted is fetched and checked again, hostile until proven otherwise. */
@NullMarked
package io.digitalworker.generator.open;

import org.jspecify.annotations.NullMarked;
