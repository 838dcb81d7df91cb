/** Input that nobody meant to write: nothing of it makes facts fail or hang. */
package io.digitalworker.facts.fuzz;
