package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known about an entity so far. */
final class EntityDraft {
    static final String FRAMEWORK = "efcore";

    final TypeDeclaration type;
    Confidence confidence = Confidence.CONVENTION;
    String table = "";
    boolean owned;
    boolean keyless;
    List<String> keys = List.of();
    final Set<String> indexes = new LinkedHashSet<>();
    final Set<String> ignored = new LinkedHashSet<>();

    /** Properties that are configured by name, so that they are stored even if private. */
    final Set<String> named = new LinkedHashSet<>();

    final Set<String> converted = new LinkedHashSet<>();
    final Map<String, Boolean> required = new LinkedHashMap<>();

    /** Stored, but without a property; by name with type. */
    final Map<String, String> shadow = new LinkedHashMap<>();

    /** By the field that carries it, or by what it leads to. */
    final Map<String, Relation> relations = new LinkedHashMap<>();

    final Set<String> foreignKeys = new LinkedHashSet<>();
    final List<Validation> validations = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();

    EntityDraft(TypeDeclaration type) {
        this.type = type;
    }

    String name() {
        return type.simpleName();
    }

    void relate(String field, String to, String kind) {
        relations.put(
                field.isEmpty() ? " " + to : field,
                new Relation(field, to, kind, Confidence.LITERAL));
    }

    void check(String field, String rule, String bound, Evidence evidence) {
        validations.add(
                new Validation(
                        name(), field, rule, bound, FRAMEWORK, Confidence.LITERAL, evidence));
    }

    void mark(String kind, String field, Confidence sure, Evidence evidence) {
        marks.add(new Mark(kind, name() + "." + field, sure, evidence));
    }
}
