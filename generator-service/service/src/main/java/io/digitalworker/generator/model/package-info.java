/**
 * Models that write prose, and the one layer that asks them again: budget, limits, throttling and
 * fallback are decided here (docs/adr/0015-one-layer-retries-model-calls.md).
 */
@NullMarked
package io.digitalworker.generator.model;

import org.jspecify.annotations.NullMarked;
