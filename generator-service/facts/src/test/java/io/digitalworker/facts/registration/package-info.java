/** Counts registrations by plain text search, to hold them against the facts. */
package io.digitalworker.facts.registration;
