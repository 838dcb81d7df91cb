package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.fact.Validation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.headline;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** What callers send and get: over HTTP and over GraphQL, with the shapes of the bodies. */
public final class DesignContracts {
    private final Scope scope;
    private final Shapes shapes;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private DesignContracts(Scope scope) {
        this.scope = scope;
        this.shapes = new Shapes(scope.material());
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignContracts contracts = new DesignContracts(new Scope(brief.material()));
        contracts.endpoints();
        contracts.bodies();
        if (contracts.scope.goesDeep()) {
            contracts.rules();
        }
        contracts.graph();
        contracts.resolvers();
        if (contracts.blocks.isEmpty()) {
            Sentence none =
                    extracted(
                            text(
                                    "None of the features is offered to callers by an interface of its own."));
            return SectionDraft.incomplete(
                    brief.section(),
                    "No endpoint is linked to a feature.",
                    List.of(paragraph(none)));
        }
        return SectionDraft.complete(brief.section(), contracts.blocks).asking(contracts.questions);
    }

    private void endpoints() {
        List<Endpoint> silent = new ArrayList<>();
        Grid grid =
                new Grid(
                        scope.material(), "Request", "Inputs", "Body", "Answers", "Caller must be");
        for (Endpoint endpoint : scope.linked(Endpoint.class)) {
            String body = endpoint.request() == null ? "" : endpoint.request();
            grid.row(
                    name(endpoint),
                    inputs(endpoint),
                    Cells.of(endpoint, body),
                    answers(endpoint),
                    endpoint.authorization().isEmpty()
                            ? Cells.words("not declared")
                            : Cells.list(endpoint, endpoint.authorization()));
            if (body.isEmpty() && carriesBody(endpoint)) {
                silent.add(endpoint);
            }
        }
        if (!silent.isEmpty()) {
            questions.add(
                    Asked.about(
                            Question.id("body", "requests"),
                            "developer",
                            "What body, if any, is expected by ",
                            silent,
                            each -> each.method() + " " + each.path(),
                            "?"));
        }
        blocks.addAll(
                grid.under(
                        "Requests",
                        extracted(
                                text(
                                        "One row per method and path; required inputs are marked"
                                                + " with an asterisk, statuses are those that the"
                                                + " code returns by itself."))));
    }

    private static Sentence name(Endpoint endpoint) {
        List<String> names = new ArrayList<>(List.of(endpoint.method() + " " + endpoint.path()));
        names.addAll(endpoint.alternatives());
        return Cells.list(endpoint, names);
    }

    private static boolean carriesBody(Endpoint endpoint) {
        return Set.of("POST", "PUT", "PATCH").contains(endpoint.method())
                && endpoint.parameters().stream().allMatch(input -> input.in().equals("path"));
    }

    private static Sentence inputs(Endpoint endpoint) {
        List<Span> spans = new ArrayList<>();
        for (Input input : endpoint.parameters()) {
            spans.add(text(spans.isEmpty() ? "" : ", "));
            spans.add(named(endpoint, input.name()));
            spans.add(text((input.required() ? "*" : "") + " in " + input.in()));
            if (!input.type().isEmpty()) {
                spans.add(text(": "));
                spans.add(named(endpoint, input.type()));
            }
        }
        return spans.isEmpty() ? Cells.none() : told(List.of(endpoint), spans.toArray(Span[]::new));
    }

    private static Sentence answers(Endpoint endpoint) {
        List<Span> spans = new ArrayList<>();
        for (Response response : endpoint.responses()) {
            spans.add(text(spans.isEmpty() ? "" : ", "));
            spans.add(named(endpoint, Integer.toString(response.status())));
            if (!response.type().isEmpty()) {
                spans.add(text(" "));
                spans.add(named(endpoint, response.type()));
            }
        }
        return spans.isEmpty() ? Cells.none() : told(List.of(endpoint), spans.toArray(Span[]::new));
    }

    private void bodies() {
        Set<String> names = new LinkedHashSet<>();
        for (Endpoint endpoint : scope.linked(Endpoint.class)) {
            if (endpoint.request() != null) {
                shapes.own(endpoint.request()).ifPresent(names::add);
            }
            endpoint.parameters().forEach(input -> shapes.own(input.type()).ifPresent(names::add));
            endpoint.responses().forEach(r -> shapes.own(r.type()).ifPresent(names::add));
        }
        if (names.isEmpty() || !scope.goesDeep()) {
            return;
        }
        blocks.add(heading("Bodies"));
        blocks.add(
                paragraph(
                        inferred(
                                text(
                                        "Names stand as they are declared, with the declared type in"
                                                + " place of a value; on the wire the serializer may"
                                                + " write them in another case."))));
        int most = scope.material().outline().detail().places() * 3 / 4;
        names.stream()
                .limit(most)
                .forEach(
                        name -> {
                            blocks.add(new Block.Heading(shapes.title(name)));
                            blocks.add(shapes.listing(name));
                        });
        if (names.size() > most) {
            blocks.add(
                    paragraph(
                            extracted(
                                    text("Further bodies are left out at this level of detail."))));
        }
    }

    /** Rules on bodies; those on entities stand with the data model. */
    private void rules() {
        Grid grid = new Grid(scope.material(), "Of", "Field", "Rule", "Bound");
        for (Validation rule : scope.linked(Validation.class)) {
            if (!shapes.isEntity(rule.target())) {
                grid.row(
                        Cells.of(rule, rule.target()),
                        Cells.of(rule, rule.field()),
                        Cells.of(rule, rule.rule()),
                        Cells.of(rule, rule.bound()));
            }
        }
        blocks.addAll(
                grid.under(
                        "What bodies must keep to",
                        extracted(text("A request that breaks one of these is turned away."))));
    }

    private void graph() {
        Grid grid = new Grid(scope.material(), "Operation", "Arguments", "Result");
        for (Resource field : scope.resources("graphql-field")) {
            grid.row(
                    Cells.headline(field),
                    Cells.of(field, Costs.setting(field, "arguments")),
                    Cells.of(field, Costs.setting(field, "result")));
        }
        blocks.addAll(grid.under("Queries and mutations", schema()));
    }

    private void resolvers() {
        Grid grid = new Grid(scope.material(), "Operation", "Kind", "Resolved from");
        List<String> resolved = new ArrayList<>();
        for (Resource resolver : scope.resources("graphql-resolver")) {
            resolved.add(resolver.name());
            grid.row(
                    Cells.headline(resolver),
                    Cells.of(resolver, Costs.setting(resolver, "kind")),
                    Cells.list(resolver, resolver.targets()));
        }
        blocks.addAll(
                grid.under(
                        "Resolvers",
                        extracted(
                                text(
                                        "An operation is answered by its resolver, through a source of data."))));
        List<Resource> open =
                scope.resources("graphql-field").stream()
                        .filter(each -> each.name().matches("(Query|Mutation|Subscription)\\..*"))
                        .filter(each -> !resolved.contains(each.name()))
                        .toList();
        if (!open.isEmpty()) {
            String id = Question.id("resolver", "operations");
            questions.add(
                    Asked.about(id, "developer", "What resolves ", open, Resource::name, "?"));
        }
    }

    private Sentence schema() {
        List<Resource> apis = scope.resources("graphqlapi");
        if (apis.isEmpty()) {
            return extracted(text("The schema offers these to its clients."));
        }
        return told(
                apis.subList(0, 1),
                text("The schema behind "),
                headline(apis.get(0)),
                text(" ("),
                named(apis.get(0), apis.get(0).type()),
                text(") offers these to its clients."));
    }
}
