package io.digitalworker.document.writing.srs;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.NotFound;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.TestCount;
import io.digitalworker.facts.fact.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.tally;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** Non-functional requirements, as far as the code shows them: security, robustness, performance. */
public final class Qualities {
    private static final Pattern PAGES =
            Pattern.compile(
                    "(?i)page|page_?(index|number|size)|limit|offset|size|skip|take|cursor");
    private static final Set<String> ROBUST =
            Set.of("retry", "timeout", "circuit-breaker", "idempotency-key", "lock", "row-version");

    private final Material material;
    private final int most;
    private final NotFound notFound = new NotFound();

    private Qualities(Material material) {
        this.material = material;
        this.most = material.outline().detail().places();
    }

    public static SectionDraft compose(SectionBrief brief) {
        Qualities qualities = new Qualities(brief.material());
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(Asked.blocks("nfr", brief.material().descriptor().nfr(), "Asked for"));
        blocks.addAll(qualities.security());
        blocks.addAll(qualities.validation());
        blocks.addAll(qualities.robustness());
        blocks.addAll(qualities.performance());
        blocks.addAll(qualities.tests());
        blocks.addAll(qualities.notFound.blocks());
        boolean asked = !brief.material().descriptor().nfr().isEmpty();
        SectionDraft draft =
                asked
                        ? SectionDraft.complete(brief.section(), blocks)
                        : new SectionDraft(
                                brief.section(),
                                SectionStatus.NEEDS_INPUT,
                                "How fast it must be, and under what load, stands in no code.",
                                blocks,
                                List.of());
        return draft.asking(qualities.questions());
    }

    private <F extends Fact> List<F> linked(Class<F> kind) {
        return material.linked().all(kind);
    }

    private List<Block> security() {
        Map<String, List<Fact>> guards = new LinkedHashMap<>();
        for (Endpoint endpoint : linked(Endpoint.class)) {
            for (String each : endpoint.authorization()) {
                guards.computeIfAbsent(each, any -> new ArrayList<>()).add(endpoint);
            }
        }
        for (Permission right : linked(Permission.class)) {
            guards.computeIfAbsent(right.name(), any -> new ArrayList<>()).add(right);
        }
        if (guards.isEmpty()) {
            notFound.add("rights, roles or sign-in that callers need");
        }
        Grid grid = new Grid(material, "Asked of the caller", "Guards", "Place");
        guards.forEach(
                (name, facts) ->
                        grid.row(
                                told(facts, named(facts.get(0), name)),
                                guarded(name, facts),
                                Cells.place(facts.get(0))));
        List<Block> blocks = new ArrayList<>(grid.blocks());
        blocks.addAll(open());
        if (!blocks.isEmpty()) {
            blocks.add(0, heading("Security"));
        }
        return blocks;
    }

    private Sentence guarded(String name, List<Fact> facts) {
        List<Fact> addresses = facts.stream().filter(Endpoint.class::isInstance).toList();
        if (!addresses.isEmpty()) {
            return Cells.names(addresses, FactNames::headline, most);
        }
        List<Span> subjects = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof Permission right
                    && !right.subject().isEmpty()
                    && !right.subject().equals(name)
                    && seen.add(right.subject())
                    && seen.size() <= most) {
                Cells.separate(subjects, ", ");
                subjects.add(named(right, right.subject()));
            }
        }
        if (seen.size() > most) {
            subjects.add(text(" and others"));
        }
        return subjects.isEmpty()
                ? Cells.words("the code at its place")
                : Cells.told(facts, subjects);
    }

    /** What changes something and asks nothing. */
    private List<Block> open() {
        List<Endpoint> open =
                linked(Endpoint.class).stream()
                        .filter(e -> e.authorization().isEmpty() && !e.method().equals("GET"))
                        .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        spans.add(text("Nothing is declared at the handlers of "));
        List<Endpoint> shown = open.stream().limit(DataModel.ASKED).toList();
        spans.addAll(DataModel.names(shown));
        spans.add(text(shown.size() < open.size() ? " and others" : ""));
        spans.add(
                text(
                        linked(Permission.class).isEmpty()
                                ? ", which change something, nor was a check found inside."
                                : ", which change something; what they check inside is in the table."));
        return List.of(paragraph(Cells.concluded(shown, spans)));
    }

    private List<Block> validation() {
        List<Validation> rules = linked(Validation.class);
        if (rules.isEmpty()) {
            notFound.add("declared rules that check what comes in");
            return List.of();
        }
        Map<String, List<Fact>> byTarget = new LinkedHashMap<>();
        rules.forEach(r -> byTarget.computeIfAbsent(r.target(), any -> new ArrayList<>()).add(r));
        Grid grid = new Grid(material, "Checked", "Rules", "By");
        byTarget.forEach(
                (target, own) -> {
                    List<Span> spans = new ArrayList<>();
                    Wording.rules(own, most, spans);
                    Validation first = (Validation) own.get(0);
                    grid.row(
                            told(own, named(first, target)),
                            Cells.told(own, spans),
                            Cells.value(first, first.framework(), "not told"));
                });
        List<Block> blocks = new ArrayList<>(grid.under("Validation"));
        blocks.addAll(unchecked(byTarget.keySet()));
        return blocks;
    }

    private List<Block> unchecked(Set<String> checked) {
        Map<String, Endpoint> bodies = new LinkedHashMap<>();
        for (Endpoint endpoint : linked(Endpoint.class)) {
            String request = endpoint.request();
            if (request != null && !checked.contains(request)) {
                bodies.putIfAbsent(request, endpoint);
            }
        }
        if (bodies.isEmpty()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        bodies.forEach(
                (request, endpoint) -> {
                    Cells.separate(spans, ", ");
                    spans.add(named(endpoint, request));
                });
        spans.add(0, text("Taken in without a declared rule: "));
        spans.add(text("."));
        return List.of(paragraph(Cells.concluded(List.copyOf(bodies.values()), spans)));
    }

    private List<Block> robustness() {
        Grid grid = new Grid(material, "Means", "Of", "Place");
        for (Mark mark : linked(Mark.class)) {
            if (ROBUST.contains(mark.kind())) {
                grid.row(
                        told(List.of(mark), named(mark, mark.kind())),
                        Cells.value(mark, mark.subject(), "not told"),
                        Cells.place(mark));
            }
        }
        if (grid.isEmpty()) {
            notFound.add(
                    "retries, time-outs, circuit breakers, locks, versions of rows or keys against"
                            + " repetition");
        }
        return grid.under("Robustness");
    }

    private List<Block> performance() {
        List<Sentence> found = new ArrayList<>();
        names("Lists are read in pieces, as the parameters say of ", paged(), found);
        names("Indexes are declared for ", indexed(), found);
        names("Caches are declared: ", caches(), found);
        if (found.isEmpty()) {
            notFound.add("paging parameters, indexes, caches or limits on the rate of calls");
            return List.of();
        }
        found.add(extracted(text("No limit on the rate of calls is declared.")));
        return List.of(heading("Performance"), new Block.Paragraph(found));
    }

    private static void names(String words, List<? extends Fact> facts, List<Sentence> found) {
        if (!facts.isEmpty()) {
            List<Span> spans = new ArrayList<>(List.of(text(words)));
            spans.addAll(Cells.headlines(facts));
            spans.add(text("."));
            found.add(Cells.told(facts, spans));
        }
    }

    private List<Endpoint> paged() {
        Predicate<Input> pages = input -> PAGES.matcher(input.name()).matches();
        return linked(Endpoint.class).stream()
                .filter(endpoint -> endpoint.parameters().stream().anyMatch(pages))
                .toList();
    }

    private List<Entity> indexed() {
        return linked(Entity.class).stream().filter(e -> !e.indexes().isEmpty()).toList();
    }

    private List<DataStore> caches() {
        return linked(DataStore.class).stream().filter(s -> s.kind().contains("cache")).toList();
    }

    private List<Block> tests() {
        List<TestCount> tests = linked(TestCount.class);
        if (tests.isEmpty()) {
            notFound.add("tests named after the code of the features");
        }
        Grid grid = new Grid(material, "Tests", "Of", "How many", "Framework");
        for (TestCount test : tests) {
            grid.row(
                    told(List.of(test), named(test, FactNames.headline(test))),
                    Cells.value(test, test.subject(), "not told"),
                    Cells.value(test, String.valueOf(test.tests()), ""),
                    Cells.value(test, test.framework(), "not told"));
        }
        return grid.under("Testability");
    }

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        questions.add(
                new Question(
                        Question.id("nfr", "load"),
                        "product owner",
                        Phrases.asked(
                                text("Which response time is expected of "),
                                mention(MentionKind.SUBJECT, material.moduleName()),
                                text(", and under what load of users and data?"))));
        long outside = linked(ExternalCall.class).size();
        if (outside > 0) {
            questions.add(
                    new Question(
                            Question.id("nfr", "outside"),
                            "developer",
                            Phrases.asked(
                                    text("What happens when a system behind the "),
                                    tally(
                                            Tally.count(
                                                    material,
                                                    Tally.LINKED,
                                                    FactKind.EXTERNAL_CALL)),
                                    text(" outgoing calls does not answer?"))));
        }
        return questions;
    }
}
