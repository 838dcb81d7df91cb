/** Facts that do not belong to one framework: configuration, translations, services, requests, tests, marks. */
@NullMarked
package io.digitalworker.facts.framework.general;

import org.jspecify.annotations.NullMarked;
