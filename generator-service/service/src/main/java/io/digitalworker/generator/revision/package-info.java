/** What a revision does beside its documents, and may fail at without harm: enrichment and log. */
@NullMarked
package io.digitalworker.generator.revision;

import org.jspecify.annotations.NullMarked;
