package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What is published and consumed: payloads, both ends, routes, versions, and work done by the clock. */
public final class DesignEvents {
    private static final int NAMES = 5;

    private final Scope scope;
    private final Map<String, List<Message>> events = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private DesignEvents(Scope scope) {
        this.scope = scope;
        for (Message message : scope.linked(Message.class)) {
            events.computeIfAbsent(message.name(), any -> new ArrayList<>()).add(message);
        }
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignEvents design = new DesignEvents(new Scope(brief.material()));
        design.catalogue();
        design.payloads();
        design.routes();
        design.schedules();
        if (design.blocks.isEmpty()) {
            Sentence none =
                    extracted(text("No event, queue or timed task is part of the features."));
            return SectionDraft.complete(brief.section(), List.of(paragraph(none)));
        }
        return SectionDraft.complete(brief.section(), design.blocks).asking(design.questions);
    }

    private void catalogue() {
        Grid grid =
                new Grid(
                        scope.material(),
                        "Event",
                        "Payload",
                        "Channel",
                        "Produced by",
                        "Consumed by");
        events.forEach(
                (name, messages) -> {
                    grid.row(
                            Cells.headline(messages.get(0)),
                            Cells.names(messages, Message::payload, NAMES),
                            Cells.names(messages, Message::channel, NAMES),
                            side(messages, "publish"),
                            side(messages, "consume"));
                });
        blocks.addAll(
                grid.under(
                        "Event catalogue",
                        inferred(
                                text(
                                        "Both ends as far as they are in the archive; what lies"
                                                + " outside may produce and consume as well."))));
        if (!events.isEmpty()) {
            versions();
            silent();
        }
    }

    private static Sentence side(List<Message> messages, String direction) {
        List<Message> own =
                messages.stream().filter(each -> each.direction().equals(direction)).toList();
        return own.isEmpty()
                ? Cells.judged("not in the archive")
                : Cells.names(own, Message::handler, NAMES);
    }

    private void silent() {
        List<Message> silent =
                events.values().stream()
                        .filter(each -> each.stream().allMatch(m -> m.payload().isEmpty()))
                        .map(each -> each.get(0))
                        .toList();
        if (!silent.isEmpty()) {
            questions.add(
                    Asked.about(
                            Question.id("payload", "events"),
                            "developer",
                            "Which fields are carried by the messages of ",
                            silent,
                            Message::name,
                            "?"));
        }
    }

    private void versions() {
        boolean versioned =
                events.keySet().stream()
                        .anyMatch(name -> Scope.holds(name, "version", ".v1", ".v2", "_v1", "_v2"));
        blocks.add(
                paragraph(
                        inferred(
                                text(
                                        versioned
                                                ? "Some names carry a version."
                                                : "No name or channel carries a version, so that a"
                                                        + " change of a payload meets all consumers"
                                                        + " at once."))));
        questions.add(
                Asked.of(
                        Question.id("events", "versions"),
                        "architect",
                        "How are changes of a payload announced, and for how long is the old form kept"
                                + " up?"));
    }

    private void payloads() {
        Shapes shapes = new Shapes(scope.material());
        Set<String> names = new LinkedHashSet<>();
        scope.linked(Message.class).forEach(m -> shapes.own(m.payload()).ifPresent(names::add));
        if (names.isEmpty() || !scope.goesDeep()) {
            return;
        }
        blocks.add(heading("Payloads"));
        blocks.add(paragraph(extracted(text("What travels with the events, as declared."))));
        List<String> entities = names.stream().filter(shapes::isEntity).toList();
        if (!entities.isEmpty()) {
            blocks.add(paragraph(stored(shapes, entities)));
        }
        int most = scope.material().outline().detail().places();
        for (String name : names.stream().filter(n -> !shapes.isEntity(n)).limit(most).toList()) {
            blocks.add(new Block.Heading(shapes.title(name)));
            blocks.add(shapes.listing(name));
        }
    }

    private Sentence stored(Shapes shapes, List<String> entities) {
        List<Span> spans = new ArrayList<>(List.of(text("Entities travel as they are stored: ")));
        List<String> evidence = new ArrayList<>();
        for (String entity : entities) {
            spans.add(text(evidence.isEmpty() ? "" : ", "));
            spans.addAll(shapes.title(entity).spans());
            evidence.addAll(shapes.title(entity).evidence());
        }
        spans.add(text("; their fields stand under "));
        spans.add(scope.link("data-model", "Data model"));
        spans.add(text("."));
        return new Sentence(spans, ClaimClass.INFERRED, evidence);
    }

    private void routes() {
        List<Resource> open = new ArrayList<>();
        Grid grid =
                new Grid(
                        scope.material(),
                        "Rule or channel",
                        "Type",
                        "Pattern and settings",
                        "Leads to");
        for (Resource resource :
                scope.resources(
                        "events::",
                        "sqs::queue",
                        "sns::",
                        "eventsourcemapping",
                        "kinesis",
                        "scheduler::")) {
            List<String> settings = new ArrayList<>();
            resource.settings().forEach((key, value) -> settings.addAll(List.of(key, value)));
            grid.row(
                    Cells.headline(resource),
                    Cells.of(resource, resource.type()),
                    Cells.list(resource, settings),
                    Cells.list(resource, resource.targets()));
            if (Scope.isOf(resource, "events::rule") && settings.isEmpty()) {
                open.add(resource);
            }
        }
        if (!open.isEmpty()) {
            String id = Question.id("pattern", "rules");
            String before = "By what pattern are events let through by ";
            questions.add(Asked.about(id, "developer", before, open, Resource::name, "?"));
        }
        blocks.addAll(
                grid.under(
                        "Routes",
                        extracted(
                                text(
                                        "Declared rules, queues and topics, and where each passes messages on."))));
    }

    private void schedules() {
        Grid grid = new Grid(scope.material(), "Task", "When", "Done by");
        for (Schedule schedule : scope.linkedFirst(Schedule.class)) {
            grid.row(
                    Cells.headline(schedule),
                    Cells.of(schedule, schedule.expression()),
                    Cells.of(schedule, schedule.handler()));
        }
        blocks.addAll(
                grid.under(
                        "By the clock", extracted(text("Nobody asks for this work; time does."))));
    }
}
