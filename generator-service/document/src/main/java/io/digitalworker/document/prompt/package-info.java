/** What a model is asked for a section, and how its answer becomes typed prose (design §5). */
@NullMarked
package io.digitalworker.document.prompt;

import org.jspecify.annotations.NullMarked;
