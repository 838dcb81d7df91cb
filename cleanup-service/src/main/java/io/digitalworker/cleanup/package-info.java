/**
 * Leaves nothing behind and nobody stuck (design §3, §6): deletes what jobs left in the buckets, takes
 * up jobs whose worker was lost, sends events that stayed behind, keeps dead letters for an operator.
 */
@NullMarked
package io.digitalworker.cleanup;

import org.jspecify.annotations.NullMarked;
