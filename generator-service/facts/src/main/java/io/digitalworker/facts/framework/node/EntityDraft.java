package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entity while its parts are put together; of a field that comes twice the first counts. */
final class EntityDraft {
    final String name;
    final String framework;
    final Evidence evidence;
    final List<Relation> relations = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final List<String> indexes = new ArrayList<>();
    String table = "";
    Confidence confidence = Confidence.LITERAL;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    EntityDraft(String name, String framework, Evidence evidence) {
        this.name = name;
        this.framework = framework;
        this.evidence = evidence;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    void field(String field, String type, boolean nullable) {
        fields.putIfAbsent(field, new Field(field, type, nullable));
    }

    void relation(String field, String to, String kind) {
        if (!to.isEmpty()
                && relations.stream()
                        .noneMatch(r -> r.field().equals(field) && r.to().equals(to))) {
            relations.add(new Relation(field, to, kind, Confidence.LITERAL));
        }
    }

    Entity done() {
        List<String> distinct = indexes.stream().distinct().toList();
        return new Entity(
                name,
                framework,
                table,
                List.copyOf(fields.values()),
                relations,
                keys.stream().distinct().toList(),
                distinct,
                confidence,
                evidence);
    }
}
