/** Facts over the whole code base that do not belong to one framework: services, calls, requests. */
@NullMarked
package io.digitalworker.facts.framework.general;

import org.jspecify.annotations.NullMarked;
