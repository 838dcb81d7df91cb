/** What arrives: final failures, dead letters, the time of due work, and operators. */
@NullMarked
package io.digitalworker.cleanup.inbound;

import org.jspecify.annotations.NullMarked;
