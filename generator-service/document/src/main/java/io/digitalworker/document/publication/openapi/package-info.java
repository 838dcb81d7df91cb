/** The endpoints of the analysed system as an OpenAPI description. */
@NullMarked
package io.digitalworker.document.publication.openapi;

import org.jspecify.annotations.NullMarked;
