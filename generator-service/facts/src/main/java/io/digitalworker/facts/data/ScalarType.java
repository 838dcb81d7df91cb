package io.digitalworker.facts.data;

/** What a scalar of a structured file is. */
public enum ScalarType {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
}
