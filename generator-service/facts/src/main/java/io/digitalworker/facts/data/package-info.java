/** Structured files as trees with their places: JSON, YAML, TOML, properties, XML, and SQL's DDL. */
@NullMarked
package io.digitalworker.facts.data;

import org.jspecify.annotations.NullMarked;
