/**
 * Revisions of documents by conversation (design §5): a message is analysed, then answered or applied to
 * the sections that it concerns, then what came of it is told. Plain Java; any writer may write.
 */
@NullMarked
package io.digitalworker.document.revision;

import org.jspecify.annotations.NullMarked;
