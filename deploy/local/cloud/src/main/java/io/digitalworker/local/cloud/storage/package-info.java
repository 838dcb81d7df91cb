/** Durable ordered maps that survive kill -9. */
@NullMarked
package io.digitalworker.local.cloud.storage;

import org.jspecify.annotations.NullMarked;
