package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * How the code reads or writes a data store.
 *
 * @param store table as named by the code
 * @param index empty for the table itself
 * @param operation such as Query, PutItem
 * @param key expression of the key, as written
 * @param condition as written; empty if there is none
 * @param caller the member that does it
 */
public record AccessPattern(
        String store,
        String index,
        String operation,
        String key,
        String condition,
        String caller,
        Confidence confidence,
        Evidence evidence)
        implements Fact {}
