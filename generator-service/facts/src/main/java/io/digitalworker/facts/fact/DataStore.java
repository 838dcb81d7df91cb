package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;
import java.util.List;
import java.util.SortedMap;

/**
 * A database, table, bucket or cache that the code declares or opens.
 *
 * @param kind such as dynamodb-table, relational, bucket, cache
 * @param keys such as 'PK: S (hash)', in their order
 * @param indexes such as 'GSI1: GSI1PK (hash), GSI1SK (range), ALL'
 * @param settings such as billing, ttl, stream; value as written
 */
public record DataStore(
        String name,
        String kind,
        String framework,
        List<String> keys,
        List<String> indexes,
        SortedMap<String, String> settings,
        Confidence confidence,
        Evidence evidence)
        implements Fact {
    public DataStore {
        keys = List.copyOf(keys);
        indexes = List.copyOf(indexes);
    }
}
