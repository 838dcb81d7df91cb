/** The document tree as Markdown, HTML and PDF. */
@NullMarked
package io.digitalworker.document.rendering;

import org.jspecify.annotations.NullMarked;
