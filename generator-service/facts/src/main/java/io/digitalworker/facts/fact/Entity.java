package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;
import java.util.List;

/**
 * Something that is stored, with its fields.
 *
 * @param framework such as efcore, jpa, django, sql
 * @param table name of the table or collection; empty if the code does not say
 * @param keys names of the fields of the primary key, if told
 * @param indexes fields of each index, separated by commas; 'unique ' before those of a unique one
 */
public record Entity(
        String name,
        String framework,
        String table,
        List<Field> fields,
        List<Relation> relations,
        List<String> keys,
        List<String> indexes,
        Confidence confidence,
        Evidence evidence)
        implements Fact {
    public Entity {
        fields = List.copyOf(fields);
        relations = List.copyOf(relations);
        keys = List.copyOf(keys);
        indexes = List.copyOf(indexes);
    }
}
