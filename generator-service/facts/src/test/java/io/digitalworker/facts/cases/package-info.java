/**
 * Scores over public repositories that are not part of this one: their directory and the truth lists are
 * named by {@code -Dcases} and {@code -Dtruth}.
 */
package io.digitalworker.facts.cases;
