/** Jobs that are submitted together: committed as one, made one after the other, completed together. */
@NullMarked
package io.digitalworker.ingest.batch;

import org.jspecify.annotations.NullMarked;
