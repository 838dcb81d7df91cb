package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.figures.Figures;
import io.digitalworker.document.writing.figures.Transitions;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Lifecycle;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.fact.Validation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.headline;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** Keys, indexes, relations, access patterns, concurrency and the life of data. */
public final class DesignData {
    private static final Set<String> LIFE = Set.of("soft-delete");
    private static final int NAMES = 4;

    /** So many fields have a picture of their states. */
    private static final int STATES = 3;

    private final Scope scope;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private DesignData(Scope scope) {
        this.scope = scope;
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignData data = new DesignData(new Scope(brief.material()));
        data.stores();
        data.entities();
        if (data.scope.goesDeep()) {
            data.fields();
            data.accessPatterns();
        }
        data.concurrency();
        data.states();
        data.life();
        if (data.scope.linked(Entity.class).isEmpty()
                && data.scope.linkedFirst(DataStore.class).isEmpty()) {
            Sentence none =
                    extracted(text("The features were found to store nothing of their own."));
            data.blocks.add(0, paragraph(none));
            return SectionDraft.incomplete(
                            brief.section(),
                            "No entity or data store is linked to a feature.",
                            data.blocks)
                    .asking(data.questions);
        }
        return SectionDraft.complete(brief.section(), data.blocks).asking(data.questions);
    }

    private void stores() {
        Grid grid = new Grid(scope.material(), "Store", "Kind", "Keys", "Indexes", "Settings");
        for (DataStore store : scope.linkedFirst(DataStore.class)) {
            grid.row(
                    Cells.headline(store),
                    Cells.of(store, store.kind()),
                    Cells.list(store, store.keys()),
                    Cells.list(store, store.indexes()),
                    settings(store));
        }
        blocks.addAll(
                grid.under(
                        "Stores",
                        extracted(text("Where data rests, with the keys it is found by."))));
    }

    private static Sentence settings(DataStore store) {
        List<Span> spans = new ArrayList<>();
        store.settings()
                .forEach(
                        (key, value) -> {
                            spans.add(text(spans.isEmpty() ? "" : ", "));
                            spans.add(named(store, key));
                            if (!value.isEmpty()) {
                                spans.add(text(" "));
                                spans.add(named(store, value));
                            }
                        });
        return spans.isEmpty() ? Cells.none() : told(List.of(store), spans.toArray(Span[]::new));
    }

    private void entities() {
        List<Entity> keyless = new ArrayList<>();
        Grid grid =
                new Grid(
                        scope.material(),
                        "Entity",
                        "Kept in",
                        "Primary key",
                        "Indexes",
                        "Relations");
        for (Entity entity : scope.linked(Entity.class)) {
            grid.row(
                    Cells.headline(entity),
                    Cells.of(entity, entity.table()),
                    Cells.list(entity, entity.keys()),
                    Cells.list(entity, entity.indexes()),
                    relations(entity));
            if (entity.keys().isEmpty()
                    && entity.indexes().isEmpty()
                    && !entity.table().isEmpty()) {
                keyless.add(entity);
            }
        }
        if (!keyless.isEmpty()) {
            questions.add(
                    Asked.about(
                            Question.id("keys", "entities"),
                            "database administrator",
                            "By which keys and indexes are records found of ",
                            keyless,
                            Entity::name,
                            ", whose classes name none?"));
        }
        blocks.addAll(
                grid.under(
                        "Entities",
                        inferred(
                                text(
                                        "A dash means that the class itself is silent; base classes"
                                                + " and conventions of the framework may still add a"
                                                + " key."))));
        if (scope.goesDeep()) {
            blocks.addAll(Figures.entities(scope.material()));
        }
    }

    private static Sentence relations(Entity entity) {
        List<Span> spans = new ArrayList<>();
        for (Relation relation : entity.relations()) {
            spans.add(text(spans.isEmpty() ? "" : ", "));
            spans.add(named(entity, relation.to()));
            spans.add(text(" (" + relation.kind()));
            if (!relation.field().isEmpty()) {
                spans.add(text(" by "));
                spans.add(named(entity, relation.field()));
            }
            spans.add(text(")"));
        }
        return spans.isEmpty() ? Cells.none() : told(List.of(entity), spans.toArray(Span[]::new));
    }

    private void fields() {
        List<Entity> entities = scope.linked(Entity.class);
        int most = scope.material().outline().detail().places();
        Map<String, List<Validation>> rules = new HashMap<>();
        for (Validation rule : scope.linked(Validation.class)) {
            rules.computeIfAbsent(rule.target(), any -> new ArrayList<>()).add(rule);
        }
        for (Entity entity : entities.subList(0, Math.min(most, entities.size()))) {
            Grid grid = new Grid(scope.material(), "Field", "Type", "May be empty", "Rules");
            for (Field field : entity.fields()) {
                grid.row(
                        Cells.of(entity, field.name()),
                        Cells.of(entity, field.type()),
                        Cells.words(field.nullable() ? "yes" : "no"),
                        rules(rules.getOrDefault(entity.name(), List.of()), field));
            }
            if (!grid.isEmpty()) {
                blocks.add(new Block.Heading(told(List.of(entity), headline(entity))));
                blocks.addAll(grid.blocks());
            }
        }
    }

    private static Sentence rules(List<Validation> ofEntity, Field field) {
        List<Validation> rules =
                ofEntity.stream().filter(each -> each.field().equals(field.name())).toList();
        List<Span> spans = new ArrayList<>();
        List<Validation> shown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Validation rule : rules) {
            if (!seen.add(rule.rule() + " " + rule.bound())) {
                continue;
            }
            spans.add(text(spans.isEmpty() ? "" : ", "));
            spans.add(named(rule, rule.rule()));
            if (!rule.bound().isEmpty()) {
                spans.add(text(" "));
                spans.add(named(rule, rule.bound()));
            }
            shown.add(rule);
        }
        return spans.isEmpty() ? Cells.none() : told(shown, spans.toArray(Span[]::new));
    }

    private void accessPatterns() {
        Grid grid =
                new Grid(scope.material(), "Store", "Index", "Operation", "Key", "Condition", "By");
        for (AccessPattern each : scope.linked(AccessPattern.class)) {
            grid.row(
                    Cells.of(each, each.store()),
                    Cells.of(each, each.index()),
                    Cells.of(each, each.operation()),
                    Cells.of(each, each.key()),
                    Cells.of(each, each.condition()),
                    Cells.of(each, each.caller()));
        }
        blocks.addAll(
                grid.under(
                        "Access patterns",
                        extracted(
                                text(
                                        "Reads and writes as the code phrases them, keys as written."))));
        Grid callers = new Grid(scope.material(), "Entity", "Read or written by");
        Map<String, List<Call>> byEntity =
                scope.linked(Call.class).stream()
                        .filter(call -> call.kind().equals("entity"))
                        .collect(Collectors.groupingBy(Call::to));
        for (Entity entity : scope.linked(Entity.class)) {
            List<Call> calls = byEntity.getOrDefault(entity.name(), List.of());
            if (!calls.isEmpty()) {
                callers.row(Cells.headline(entity), Cells.names(calls, Call::from, NAMES * 2));
            }
        }
        blocks.addAll(
                callers.under(
                        "Who works on which entity",
                        extracted(
                                text(
                                        "Every member below touches the entity itself, not by a detour."))));
    }

    private void concurrency() {
        Grid grid = new Grid(scope.material(), "Guard", "On");
        for (Mark mark : scope.linkedFirst(Mark.class)) {
            if (Risks.LOCKS.contains(mark.kind())) {
                grid.row(Cells.of(mark, mark.kind()), Cells.of(mark, mark.subject()));
            }
        }
        blocks.addAll(
                grid.under(
                        "Concurrent writers",
                        extracted(text("What keeps two writers from overwriting each other."))));
        if (grid.isEmpty() && !scope.linked(Entity.class).isEmpty()) {
            blocks.add(
                    paragraph(
                            inferred(
                                    text(
                                            "No version field, lock or conditional write was found:"
                                                    + " of two writers the later one wins."))));
        }
    }

    /** How fields go from state to state, as pictures and as a table of the code that does it. */
    private void states() {
        List<Lifecycle> changing =
                Transitions.changing(scope.material()).stream().limit(STATES).toList();
        if (changing.isEmpty()) {
            return;
        }
        blocks.add(heading("States and what changes them"));
        blocks.add(
                paragraph(
                        extracted(
                                text("Drawn is each way from one state to the next that "),
                                text("the code takes; the table gives the lines.")),
                        inferred(
                                text(
                                        "Where a condition or a line before asks for a state, the"
                                                + " way begins there; else any state may come"
                                                + " before."))));
        blocks.addAll(Figures.states(scope.material(), STATES));
        int rows = scope.material().outline().detail().rows();
        blocks.addAll(Transitions.table(scope.material(), changing, rows));
    }

    private void life() {
        Grid grid = new Grid(scope.material(), "What", "How it ends");
        for (Mark mark : scope.linkedFirst(Mark.class)) {
            if (LIFE.contains(mark.kind())) {
                grid.row(Cells.of(mark, mark.subject()), Cells.of(mark, mark.kind()));
            }
        }
        for (DataStore store : scope.linkedFirst(DataStore.class)) {
            store.settings()
                    .forEach(
                            (key, value) -> {
                                if (Scope.holds(
                                        key, "ttl", "timetolive", "retention", "expir", "stream")) {
                                    grid.row(
                                            Cells.headline(store),
                                            Cells.list(store, List.of(key, value)));
                                }
                            });
        }
        blocks.addAll(
                grid.under(
                        "Life and retention",
                        extracted(
                                text(
                                        "Data that goes out of use by itself, or is only marked as gone."))));
        questions.add(
                Asked.of(
                        Question.id("retention", "data"),
                        "product owner",
                        "How long must each kind of record be kept, and what may or must be erased"
                                + " when?"));
    }
}
