/**
 * HTTP as every service speaks it: an id for each request, one body for all errors, also for those that
 * never reach a resource method (design §4.2).
 */
@NullMarked
package io.digitalworker.runtime.http;

import org.jspecify.annotations.NullMarked;
