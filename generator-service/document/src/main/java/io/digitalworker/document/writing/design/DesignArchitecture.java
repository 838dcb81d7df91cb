package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.figures.Figures;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.tally;
import static io.digitalworker.document.writing.Phrases.text;

/** The parts, how they work together, where trust changes, and what they depend on. */
public final class DesignArchitecture {
    private static final int NAMES = 6;
    private static final int SEQUENCES = 4;

    private final Scope scope;
    private final Shapes shapes;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private DesignArchitecture(Material material) {
        this.scope = new Scope(material);
        this.shapes = new Shapes(material);
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignArchitecture architecture = new DesignArchitecture(brief.material());
        architecture.components();
        architecture.sequences();
        architecture.boundaries();
        if (architecture.scope.goesDeep()) {
            architecture.dependencies();
        }
        architecture.packages();
        return architecture.draft(brief);
    }

    private SectionDraft draft(SectionBrief brief) {
        SectionDraft draft =
                blocks.isEmpty()
                        ? SectionDraft.incomplete(
                                brief.section(),
                                "No part of the code could be linked to a feature.",
                                List.of(
                                        paragraph(
                                                extracted(
                                                        text(
                                                                "The code that was found names no"
                                                                        + " parts that work"
                                                                        + " together.")))))
                        : SectionDraft.complete(brief.section(), blocks);
        return draft.asking(questions);
    }

    private void components() {
        List<Block> parts = new ArrayList<>();
        Figures.components(scope.material()).stream().limit(figures()).forEach(parts::add);
        Grid handlers = new Grid(scope.material(), "Part", "Handlers", "Framework", "Answers");
        byOwner().forEach((owner, facts) -> handler(handlers, facts));
        parts.addAll(handlers.blocks());
        Grid services =
                new Grid(scope.material(), "Service", "Asked for as", "Lifetime", "Is given");
        for (Service service : scope.linked(Service.class)) {
            services.row(
                    Cells.headline(service),
                    Cells.of(service, service.contract()),
                    Cells.of(service, service.lifetime()),
                    Cells.list(
                            "",
                            service,
                            service.uses(),
                            scope.material().outline().detail().places()));
        }
        if (!services.isEmpty() && scope.goesDeep()) {
            parts.add(
                    paragraph(
                            extracted(
                                    text(
                                            "Behind them stand services that are put together by"
                                                    + " injection; what a service is given shows what it"
                                                    + " rests on."))));
            parts.addAll(services.blocks());
        }
        if (!parts.isEmpty()) {
            blocks.add(heading("Components"));
            blocks.addAll(parts);
        }
    }

    private Map<String, List<Endpoint>> byOwner() {
        Map<String, List<Endpoint>> owners = new LinkedHashMap<>();
        for (Endpoint endpoint : scope.linked(Endpoint.class)) {
            owners.computeIfAbsent(Scope.owner(endpoint.handler()), any -> new ArrayList<>())
                    .add(endpoint);
        }
        owners.remove("");
        return owners;
    }

    private void handler(Grid grid, List<Endpoint> endpoints) {
        Endpoint first = endpoints.get(0);
        grid.row(
                shapes.part(Scope.owner(first.handler()))
                        .orElseGet(() -> function(first.handler())),
                Cells.names(endpoints, Endpoint::handler, NAMES),
                Cells.of(first, first.framework()),
                Cells.names(endpoints, each -> each.method() + " " + each.path(), NAMES));
    }

    /** The declared function that runs a handler. */
    private Sentence function(String handler) {
        return scope.linkedFirst(Resource.class).stream()
                .filter(each -> Costs.setting(each, "handler").equals(handler))
                .findFirst()
                .map(Cells::headline)
                .orElse(Cells.none());
    }

    /** How many figures of one kind; a comprehensive document has all that there are. */
    private int figures() {
        return switch (scope.material().outline().detail()) {
            case OVERVIEW -> 1;
            case STANDARD -> 3;
            case COMPREHENSIVE -> Integer.MAX_VALUE;
        };
    }

    private void sequences() {
        List<Block.Figure> figures =
                Figures.sequences(scope.material(), Math.min(SEQUENCES, figures()));
        if (!figures.isEmpty()) {
            blocks.add(heading("Sequences"));
            blocks.addAll(figures);
        }
        List<Block.Figure> deployment = Figures.deployment(scope.material());
        if (!deployment.isEmpty()) {
            blocks.add(heading("Deployment"));
            blocks.addAll(deployment);
        }
    }

    private void boundaries() {
        Grid grid =
                new Grid(scope.material(), "Boundary", "What crosses it", "Check at the boundary");
        Map<String, List<Endpoint>> checks = new LinkedHashMap<>();
        for (Endpoint endpoint : scope.linked(Endpoint.class)) {
            checks.computeIfAbsent(
                            String.join(", ", endpoint.authorization()), any -> new ArrayList<>())
                    .add(endpoint);
        }
        checks.forEach(
                (check, endpoints) ->
                        grid.row(
                                Cells.words("Caller to application"),
                                Cells.names(endpoints, e -> e.method() + " " + e.path(), NAMES),
                                check.isEmpty()
                                        ? Cells.judged("none declared")
                                        : Cells.list(
                                                endpoints.get(0),
                                                endpoints.get(0).authorization())));
        crossing(grid, "Channel to application", channels("consume"), Message::channel);
        crossing(grid, "Application to channel", channels("publish"), Message::channel);
        List<ExternalCall> calls = scope.linkedFirst(ExternalCall.class);
        crossing(grid, "Application to other systems", calls, ExternalCall::url);
        blocks.addAll(
                grid.under(
                        "Security boundaries",
                        inferred(text("Trust changes wherever one of these lines is crossed."))));
    }

    private List<Message> channels(String direction) {
        return scope.linked(Message.class).stream()
                .filter(each -> each.direction().equals(direction) && !each.channel().isEmpty())
                .toList();
    }

    private static <F extends Fact> void crossing(
            Grid grid, String boundary, List<F> facts, Function<F, String> name) {
        if (!facts.isEmpty()) {
            Sentence names = Cells.names(facts, name, NAMES);
            grid.row(Cells.words(boundary), names, Cells.judged("not told by the code"));
        }
    }

    private void dependencies() {
        Grid grid = new Grid(scope.material(), "Depends on", "Kind", "Used by", "When it fails");
        for (DataStore store : scope.linkedFirst(DataStore.class)) {
            List<AccessPattern> uses =
                    scope.linkedFirst(AccessPattern.class).stream()
                            .filter(each -> each.store().equalsIgnoreCase(store.name()))
                            .toList();
            grid.row(
                    Cells.headline(store),
                    Cells.of(store, store.kind()),
                    Cells.names(uses, AccessPattern::caller, NAMES),
                    handling(store.name()));
        }
        for (ExternalCall call : scope.linkedFirst(ExternalCall.class)) {
            grid.row(
                    Cells.of(call, call.url()),
                    Cells.of(call, call.client()),
                    Cells.of(call, call.caller()),
                    handling(call.caller()));
        }
        for (Message message : scope.linked(Message.class)) {
            if (!message.channel().isEmpty()) {
                grid.row(
                        Cells.of(message, message.channel()),
                        Cells.of(message, message.framework()),
                        Cells.of(message, message.handler()),
                        handling(message.handler()));
            }
        }
        blocks.addAll(
                grid.under(
                        "Dependencies and their failure",
                        extracted(
                                text(
                                        "Whatever answers from outside the process can fail; the"
                                                + " last column names the guard in the code."))));
        if (!grid.isEmpty()) {
            questions.add(
                    Asked.of(
                            Question.id("dependency", "sla"),
                            "operator",
                            "Which availability is agreed for each system that this one depends on?"));
        }
    }

    private Sentence handling(String member) {
        List<Mark> marks = member.isEmpty() ? List.of() : Risks.guards(scope, member);
        return marks.isEmpty()
                ? Cells.judged("no guard found")
                : Cells.names(marks, Mark::kind, NAMES);
    }

    private void packages() {
        List<Dependency> packages =
                scope.linkedFirst(Dependency.class).stream()
                        .filter(
                                each ->
                                        !each.scope().equals("test")
                                                && !each.scope().equals("development"))
                        .filter(each -> !each.ecosystem().equals("project"))
                        .toList();
        if (packages.isEmpty()
                || !scope.material().outline().detail().tells(Detail.COMPREHENSIVE)) {
            return;
        }
        Grid grid = new Grid(scope.material(), "Package", "Version", "From");
        for (Dependency each : packages) {
            grid.row(
                    Cells.headline(each),
                    Cells.of(each, each.version()),
                    Cells.of(each, each.ecosystem()));
        }
        Tally all = scope.countAll(FactKind.DEPENDENCY);
        blocks.addAll(
                grid.under(
                        "Libraries",
                        extracted(
                                text("Of "),
                                tally(all),
                                text(
                                        " declared dependencies these are marked neither for tests nor"
                                                + " for development."))));
    }
}
