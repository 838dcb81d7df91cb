package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.document.writing.functional.UseCase.Event;
import io.digitalworker.document.writing.functional.UseCase.Request;
import io.digitalworker.document.writing.functional.UseCase.Timer;
import io.digitalworker.document.writing.functional.UseCase.Unknown;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.LocalizationKey;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.fact.View;
import java.util.ArrayList;
import java.util.List;

/** The steps of one use case: what the actor does, what the system does, and what else may come. */
final class Steps {
    private static final int NAMES = 6;
    private static final int FOUND = 200;
    private static final int REFUSED = 400;
    private static final String BEFORE = "Before";
    private static final String ELSE = "Or";

    private final Usage usage;
    private final Screens screens;
    private final UseCase useCase;
    private final Reach reach;
    private final List<List<Sentence>> rows = new ArrayList<>();
    private int step;

    /** Whether rows belong to one step, and whether it has begun. */
    private boolean grouped;

    private boolean within;

    private Steps(Usage usage, UseCase useCase) {
        this.usage = usage;
        this.screens = usage.screens();
        this.useCase = useCase;
        this.reach = usage.reach(useCase);
    }

    static Block of(Usage usage, UseCase useCase) {
        return new Steps(usage, useCase).table();
    }

    private Block table() {
        if (useCase.start() instanceof Request request) {
            before(request);
            opened(request);
            entered(request);
            sent(request);
            inside();
            answered(request);
            refused(request);
        } else {
            started();
            inside();
        }
        failed();
        return new Block.Table(
                List.of("Step", "Actor", "System"), List.of(false, false, false), rows);
    }

    private void row(Sentence actor, Sentence system) {
        boolean continued = grouped && within;
        within = grouped;
        Sentence number =
                continued ? blank() : Phrases.extracted(Phrases.tally(Tally.place(++step)));
        rows.add(List.of(number, actor, system));
    }

    private void row(String label, Sentence actor, Sentence system) {
        rows.add(List.of(Cells.words(label), actor, system));
    }

    private static Sentence blank() {
        return Cells.words("");
    }

    private void before(Request request) {
        Endpoint main = request.main();
        Sentence has = Callers.cell(main);
        Sentence asks =
                Cells.names(
                        "asks for the permission ", permissions(request), Permission::name, NAMES);
        boolean asked = !asks.equals(Cells.none());
        if (asked || !main.authorization().isEmpty()) {
            row(BEFORE, has, asked ? asks : blank());
        }
    }

    /** Those asked for at once; what calls ask for further in may be for a part of the answer alone. */
    private static List<Permission> within(List<Permission> permissions, Request request) {
        return permissions.stream()
                .filter(
                        permission ->
                                request.all().stream()
                                        .anyMatch(
                                                address ->
                                                        Members.within(
                                                                permission.evidence(),
                                                                address.evidence())))
                .toList();
    }

    private List<Permission> permissions(Request request) {
        return within(reach.of(usage.permissions()), request);
    }

    private void opened(Request request) {
        List<View> shown = screens.of(request);
        if (!request.opening().isEmpty()) {
            Endpoint opening = request.opening().get(0);
            Sentence opens = Cells.names("opens ", List.of(opening), Steps::address, 1);
            Sentence shows = Cells.names("shows ", shown, View::name, 2);
            row(opens, shown.isEmpty() ? gives(opening) : Cells.concluded(shows));
        }
    }

    private static Sentence gives(Endpoint opening) {
        return opening.responses().isEmpty()
                ? Cells.words("shows the page")
                : answer("answers with ", opening, opening.responses().get(0));
    }

    private void entered(Request request) {
        Sentence enters = entries(request);
        List<Validation> rules = screens.rules(request);
        Sentence checks = Cells.names("checks ", rules, Validation::field, NAMES);
        if (!enters.equals(Cells.none())) {
            row(Cells.concluded(enters), rules.isEmpty() ? blank() : Cells.concluded(checks));
        } else if (!checks.equals(Cells.none())) {
            row(blank(), Cells.concluded(checks));
        }
    }

    /** The fields of the form, else what the address takes. */
    private Sentence entries(Request request) {
        Endpoint main = request.main();
        for (View view : screens.of(request)) {
            if (!view.fields().isEmpty() && !UseCases.reads(main)) {
                return Cells.list("enters ", view, view.fields(), 2 * NAMES);
            }
        }
        List<String> inputs =
                main.parameters().stream()
                        .filter(input -> !input.type().equals(main.request()))
                        .map(Input::name)
                        .toList();
        String verb = UseCases.reads(main) ? "chooses by " : "gives ";
        Sentence given = Cells.list(verb, main, inputs, 2 * NAMES);
        String body = main.request();
        if (body == null || body.isEmpty()) {
            return given;
        }
        Sentence filled = Cells.of(main, body);
        return given.equals(Cells.none())
                ? Cells.joined(Cells.words("fills in"), " ", filled)
                : Cells.joined(given, " and fills in ", filled);
    }

    private void sent(Request request) {
        String verb = UseCases.reads(request.main()) ? "opens " : "sends it to ";
        Sentence sends = Cells.names(verb, List.of(request.main()), Steps::address, 1);
        String handler = request.main().handler();
        Sentence takes =
                handler.isEmpty()
                        ? blank()
                        : Cells.names(
                                "takes it up in ", List.of(request.main()), Endpoint::handler, 1);
        row(sends, takes);
    }

    static String address(Endpoint endpoint) {
        return endpoint.method() + " " + endpoint.path();
    }

    private void started() {
        if (useCase.start() instanceof Event event) {
            Message message = event.message();
            row(
                    Cells.list("something announces ", message, List.of(message.name()), 1),
                    Cells.list("takes it up in ", message, List.of(message.handler()), 1));
        } else if (useCase.start() instanceof Timer timer) {
            row(
                    Cells.list(
                            "the clock: ",
                            timer.schedule(),
                            List.of(timer.schedule().expression()),
                            1),
                    Cells.list(
                            "takes it up in ",
                            timer.schedule(),
                            List.of(timer.schedule().handler()),
                            1));
        } else if (useCase.start() instanceof Unknown unknown) {
            Span code = Phrases.symbol(unknown.code());
            Sentence begins =
                    Cells.joined(Cells.words("begins in "), "", Phrases.cell(unknown.code(), code));
            row(Cells.words("is still to be named: see the open questions"), begins);
        }
    }

    /** What the system does behind the answer: one step, grouped by what a reader asks for. */
    private void inside() {
        grouped = true;
        purpose();
        settings();
        List<Call> entities = reach.entities();
        entities.stream()
                .map(Call::to)
                .distinct()
                .limit(NAMES)
                .forEach(entity -> row(blank(), works(entity, entities)));
        announced();
        outside();
        texts();
        grouped = false;
        within = false;
    }

    /** What the authors say of the code nearest to the start. */
    private void purpose() {
        reach.places().stream()
                .map(place -> usage.material().comments().of(place))
                .filter(quotes -> !quotes.isEmpty())
                .findFirst()
                .ifPresent(quotes -> row(blank(), Cells.quoted(quotes)));
    }

    private void settings() {
        List<ConfigurationKey> read =
                reach.of(linked(ConfigurationKey.class)).stream()
                        .filter(key -> key.use().equals("read"))
                        .toList();
        if (!read.isEmpty()) {
            row(blank(), Cells.names("goes by ", read, ConfigurationKey::key, 2 * NAMES));
        }
    }

    private <F extends io.digitalworker.facts.fact.Fact> List<F> linked(Class<F> kind) {
        return usage.material().linked(useCase.feature()).all(kind);
    }

    private static Sentence works(String entity, List<Call> calls) {
        List<Call> own = calls.stream().filter(call -> call.to().equals(entity)).toList();
        Sentence by = Cells.names(" in ", own, Call::from, 3);
        return Cells.joined(Cells.list("works on ", own.get(0), List.of(entity), 1), "", by);
    }

    private void announced() {
        List<Message> published =
                Events.telling(
                        reach.of(usage.messages()).stream()
                                .filter(message -> message.direction().equals("publish"))
                                .toList());
        if (!published.isEmpty()) {
            row(blank(), Cells.names("announces ", published, Message::name, NAMES));
        }
    }

    private void outside() {
        List<ExternalCall> asked = reach.of(linked(ExternalCall.class));
        Sentence asks = Cells.names("turns to another system through ", asked, Steps::client, 3);
        if (!asks.equals(Cells.none())) {
            row(blank(), asks);
        }
    }

    private static String client(ExternalCall call) {
        return call.url().isEmpty() ? call.client() : call.url();
    }

    private void texts() {
        List<LocalizationKey> read =
                reach.of(linked(LocalizationKey.class)).stream()
                        .filter(key -> key.use().equals("read"))
                        .toList();
        if (!read.isEmpty()) {
            row(Cells.names("may read ", read, LocalizationKey::key, NAMES), blank());
        }
    }

    private void answered(Request request) {
        List<Response> good =
                request.main().responses().stream().filter(r -> r.status() < REFUSED).toList();
        for (int i = 0; i < good.size(); i++) {
            Response response = good.get(i);
            Sentence gets = gets(request, response, i == 0);
            Sentence with = answer("answers with ", request.main(), response);
            if (i == 0) {
                row(gets, with);
            } else {
                row(ELSE, gets, with);
            }
        }
    }

    private Sentence gets(Request request, Response response, boolean first) {
        List<View> seen = screens.of(request);
        boolean sees = first && !seen.isEmpty() && UseCases.reads(request.main());
        return sees && response.status() == FOUND
                ? Cells.concluded(Cells.names("sees ", seen, View::name, 2))
                : Cells.words(Answers.of(response.status()));
    }

    private static Sentence answer(String before, Endpoint endpoint, Response response) {
        Sentence status =
                Cells.list(before, endpoint, List.of(String.valueOf(response.status())), 1);
        return response.type().isEmpty()
                ? status
                : Cells.joined(status, " and ", Cells.of(endpoint, response.type()));
    }

    private void failed() {
        for (Span.Quote words : Failures.of(usage.material(), reach)) {
            row(ELSE, Cells.words("meets a failure"), Cells.quoted(List.of(words)));
        }
    }

    /** Alternatives: what goes wrong as far as the code says so. */
    private void refused(Request request) {
        Endpoint main = request.main();
        if (Callers.guarded(main) || !permissions(request).isEmpty()) {
            row(ELSE, Cells.words("lacks what is asked for above"), Cells.words("refuses"));
        }
        if (!screens.rules(request).isEmpty()) {
            row(
                    ELSE,
                    Cells.words("breaks one of the rules for entries"),
                    Cells.words("keeps the entry out"));
        }
        for (Response response : main.responses()) {
            if (response.status() >= REFUSED) {
                row(
                        ELSE,
                        Cells.words(Answers.of(response.status())),
                        answer("answers with ", main, response));
            }
        }
    }
}
