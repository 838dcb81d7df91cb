/** Diagrams as nodes and edges that are facts; how they look is the renderers' business. */
@NullMarked
package io.digitalworker.document.diagram;

import org.jspecify.annotations.NullMarked;
