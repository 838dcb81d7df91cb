/**
 * The front door: who may call, from which pages, and how often. Everything under {@code /v1} is closed
 * but for {@link Openings}; all that is refused here is refused before any of the body is read. In the
 * order of passing: {@link Origins}, {@link FrontDoor} with one {@link Identification}, {@link Rates}.
 */
@NullMarked
package io.digitalworker.door;

import org.jspecify.annotations.NullMarked;
