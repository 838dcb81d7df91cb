package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What is done when something fails: as found, and what was looked for in vain. */
public final class DesignResilience {
    private static final int ERRORS_FROM = 400;
    private static final int NAMES = 8;

    /** What to look for, and how people call it. */
    private static final Map<String, String> GUARDS = guards();

    private final Scope scope;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> found = new LinkedHashSet<>();

    private DesignResilience(Scope scope) {
        this.scope = scope;
    }

    private static Map<String, String> guards() {
        Map<String, String> guards = new LinkedHashMap<>();
        guards.put("retry", "retries");
        guards.put("timeout", "time limits");
        guards.put("circuit-breaker", "circuit breakers");
        guards.put("idempotency-key", "idempotency");
        guards.put("dead-letter", "dead letters");
        return guards;
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignResilience resilience = new DesignResilience(new Scope(brief.material()));
        resilience.marks();
        resilience.limits();
        resilience.deadLetters();
        resilience.missing();
        resilience.answers();
        return resilience.found.isEmpty()
                ? SectionDraft.incomplete(
                                brief.section(),
                                "No guard against failing parts was found in the code.",
                                resilience.blocks)
                        .asking(resilience.questions)
                : SectionDraft.complete(brief.section(), resilience.blocks)
                        .asking(resilience.questions);
    }

    private void marks() {
        Grid grid = new Grid(scope.material(), "Guard", "On");
        for (Mark mark : scope.linkedFirst(Mark.class)) {
            if (GUARDS.containsKey(mark.kind()) || mark.kind().equals("condition-expression")) {
                found.add(mark.kind());
                grid.row(Cells.of(mark, mark.kind()), Cells.of(mark, mark.subject()));
            }
        }
        blocks.addAll(
                grid.under(
                        "Guards in the code",
                        extracted(text("Where a failure is met by the code itself."))));
    }

    private void limits() {
        Grid grid = new Grid(scope.material(), "Of", "Setting", "Value");
        for (Resource resource : scope.linkedFirst(Resource.class)) {
            resource.settings()
                    .forEach(
                            (key, value) -> {
                                if (Scope.holds(key, "timeout", "retr", "redrive", "maxreceive")) {
                                    limit(grid, resource, key, value);
                                }
                            });
        }
        for (ConfigurationKey key : scope.linkedFirst(ConfigurationKey.class)) {
            if (Scope.holds(key.key(), "timeout", "retry", "retries", "circuit", "backoff")) {
                found.add(Scope.holds(key.key(), "timeout") ? "timeout" : "retry");
                grid.row(
                        Cells.words("configuration"),
                        Cells.headline(key),
                        Cells.of(key, key.value() == null ? "" : key.value()));
            }
        }
        blocks.addAll(
                grid.under(
                        "Limits and repeats that are declared",
                        extracted(
                                text(
                                        "Set from outside the code, and thereby changed without a build."))));
    }

    private void limit(Grid grid, Resource resource, String key, String value) {
        found.add(Scope.holds(key, "timeout") ? "timeout" : "retry");
        grid.row(
                Cells.headline(resource),
                Cells.of(resource, key),
                Units.measured(resource, key, value));
    }

    private void deadLetters() {
        List<Resource> queues = scope.resources("sqs::queue");
        Grid grid = new Grid(scope.material(), "Queue", "What fails for good goes to");
        for (Resource queue : queues) {
            if (!queue.targets().isEmpty()) {
                found.add("dead-letter");
                grid.row(Cells.headline(queue), Cells.list(queue, queue.targets()));
            }
        }
        for (Resource each : scope.linkedFirst(Resource.class)) {
            each.settings()
                    .forEach(
                            (key, value) -> {
                                if (Scope.holds(key, "deadletter") && !value.isEmpty()) {
                                    found.add("dead-letter");
                                    grid.row(Cells.headline(each), Cells.of(each, value));
                                }
                            });
        }
        blocks.addAll(
                grid.under(
                        "Dead letters",
                        extracted(
                                text(
                                        "Nothing is lost silently where one of these stands behind."))));
        if (!grid.isEmpty()) {
            ask(
                    "dead-letters",
                    "operator",
                    "Who is told when a dead letter arrives, and who sends it again?");
        }
    }

    private void ask(String about, String role, String question) {
        questions.add(new Question(Question.id("failure", about), role, asked(text(question))));
    }

    private void missing() {
        List<String> missing =
                GUARDS.entrySet().stream()
                        .filter(each -> !found.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        if (missing.isEmpty()) {
            return;
        }
        blocks.add(heading("Looked for in vain"));
        blocks.add(paragraph(inferred(listed("The archive shows no sign of ", missing, "."))));
        questions.add(
                new Question(
                        Question.id("failure", "guards"),
                        "architect",
                        asked(
                                listed(
                                        "Is there a guard outside the code where none was found, such as in a gateway or a mesh: ",
                                        missing,
                                        "?"))));
    }

    private static Span[] listed(String before, List<String> words, String after) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            spans.add(text(i == 0 ? before : last ? " or " : ", "));
            spans.add(text(words.get(i)));
        }
        spans.add(text(after));
        return spans.toArray(Span[]::new);
    }

    private void answers() {
        Map<Integer, List<Endpoint>> byStatus = new TreeMap<>();
        for (Endpoint endpoint : scope.linked(Endpoint.class)) {
            for (Response response : endpoint.responses()) {
                if (response.status() >= ERRORS_FROM) {
                    byStatus.computeIfAbsent(response.status(), any -> new ArrayList<>())
                            .add(endpoint);
                }
            }
        }
        Grid grid = new Grid(scope.material(), "Status", "Returned by");
        byStatus.forEach(
                (status, endpoints) ->
                        grid.row(
                                Cells.of(endpoints.get(0), Integer.toString(status)),
                                Cells.names(endpoints, e -> e.method() + " " + e.path(), NAMES)));
        blocks.addAll(
                grid.under(
                        "Answers that tell of a failure",
                        extracted(
                                text(
                                        "Statuses that handlers return by themselves; the framework adds its own."))));
        if (!scope.linked(Endpoint.class).isEmpty()) {
            ask(
                    "body",
                    "architect",
                    "Which form does the body of an error have, and does it carry an id for tracing?");
        }
    }
}
