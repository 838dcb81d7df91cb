/**
 * What the services say to callers and to one another: HTTP bodies, errors and their catalogue.
 * Nothing here knows a framework, a cloud or a parser (design §2, §4).
 */
@NullMarked
package io.digitalworker.api;

import org.jspecify.annotations.NullMarked;
