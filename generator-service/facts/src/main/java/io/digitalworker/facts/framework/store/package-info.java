/** The databases, caches and buckets that code and configuration open. */
@NullMarked
package io.digitalworker.facts.framework.store;

import org.jspecify.annotations.NullMarked;
