package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.pricing.PriceTable;
import io.digitalworker.document.pricing.Quotation;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.tally;
import static io.digitalworker.document.writing.Phrases.text;

/** What is declared to run, what a million requests cost on it, and where it will get tight first. */
public final class DesignCapacity {
    private static final int BUSY = 3;

    private final Scope scope;
    private final List<Costs> costs;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private DesignCapacity(Scope scope) {
        this.scope = scope;
        this.costs = Costs.of(scope);
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignCapacity capacity = new DesignCapacity(new Scope(brief.material()));
        if (capacity.scope.goesDeep() || capacity.costs.isEmpty()) {
            capacity.resources();
        }
        capacity.prices();
        capacity.load();
        capacity.bottleneck();
        capacity.questions();
        return new SectionDraft(
                brief.section(),
                SectionStatus.NEEDS_INPUT,
                "The load is not known from the code.",
                capacity.blocks,
                capacity.questions);
    }

    private void resources() {
        Grid grid = new Grid(scope.material(), "Resource", "Type", "Size and limits");
        Set<Resource> linked = Set.copyOf(scope.linked(Resource.class));
        for (Resource resource : scope.linkedFirst(Resource.class)) {
            if (!resource.type().startsWith("graphql-")
                    && (isProvided(resource) || linked.contains(resource))) {
                grid.row(
                        Cells.headline(resource),
                        Cells.of(resource, resource.type()),
                        settings(resource));
            }
        }
        blocks.addAll(
                grid.under(
                        "Declared resources",
                        extracted(
                                text(
                                        "What is provided, with the settings that decide about size and limits."))));
        if (grid.isEmpty()) {
            blocks.add(
                    paragraph(
                            extracted(
                                    text(
                                            "The archive declares nothing that it runs on, so that neither size nor price can be told."))));
        }
    }

    /** What somebody runs and pays for, not what an application declares for itself, such as a template. */
    private static boolean isProvided(Resource resource) {
        return resource.type().contains("::");
    }

    private static Sentence settings(Resource resource) {
        List<Span> spans = new ArrayList<>();
        resource.settings()
                .forEach(
                        (key, value) -> {
                            if (!value.isEmpty()
                                    && Scope.holds(
                                            key,
                                            "memory",
                                            "timeout",
                                            "capacity",
                                            "billing",
                                            "concurren",
                                            "size",
                                            "instanceclass",
                                            "batch",
                                            "retention",
                                            "runtime",
                                            "ttl",
                                            "timetolive")) {
                                spans.add(text(spans.isEmpty() ? "" : ", "));
                                spans.add(named(resource, key));
                                spans.add(text(" "));
                                spans.addAll(Units.measured(resource, key, value).spans());
                            }
                        });
        return spans.isEmpty()
                ? Cells.none()
                : io.digitalworker.document.writing.Phrases.told(
                        List.of(resource), spans.toArray(Span[]::new));
    }

    private void prices() {
        if (costs.isEmpty() || !scope.goesDeep()) {
            return;
        }
        Grid grid = new Grid(scope.material(), "What is paid for", "Formula", "Unit", "Price");
        for (Costs cost : costs) {
            grid.row(
                    Cells.words(cost.price().service()),
                    Cells.words(cost.price().formula()),
                    Cells.words(cost.price().unit()),
                    extracted(priced(Quotation.price(cost.price()))));
        }
        blocks.addAll(
                grid.under(
                        "Prices",
                        extracted(
                                text("Prices of "),
                                priced(Quotation.table("asOf")),
                                text(" in "),
                                priced(Quotation.table("region")),
                                text(", in "),
                                priced(Quotation.table("currency")),
                                text(": " + PriceTable.standard().source() + "."))));
    }

    private static Span priced(Quotation quotation) {
        return new Span.Mention(MentionKind.PRICE, quotation.id(), quotation.shown());
    }

    private void load() {
        Grid grid =
                new Grid(
                        scope.material(),
                        "Resource",
                        "What is paid for",
                        "A million a month",
                        "Ten million");
        for (Costs cost : costs) {
            grid.row(
                    Cells.headline(cost.resource()),
                    Cells.words(cost.price().service()),
                    cell(cost, Quotation.ONCE),
                    cell(cost, Quotation.TENFOLD));
        }
        blocks.addAll(
                grid.under(
                        "Cost at a reference load and at ten times of it",
                        inferred(
                                text(
                                        "The load of today is not known; a million units a month"
                                                + " stand in for it. Functions are counted as running up"
                                                + " to their time limit each time, so that their figure"
                                                + " is the most it can be. Where a size or limit is not"
                                                + " declared, no figure is given."))));
    }

    private static Sentence cell(Costs cost, int times) {
        return Quotation.load(times, cost.price(), cost.resource())
                .map(each -> inferred(priced(each)))
                .orElse(Cells.none());
    }

    private void bottleneck() {
        Sentence found =
                busiest(
                        FactKind.ACCESS_PATTERN,
                        "store",
                        scope.linked(AccessPattern.class),
                        AccessPattern::store,
                        " access patterns of the features meet in ");
        if (found == null) {
            List<Call> calls =
                    scope.linked(Call.class).stream()
                            .filter(c -> c.kind().equals("entity"))
                            .toList();
            found =
                    busiest(
                            FactKind.CALL,
                            "to",
                            calls,
                            Call::to,
                            " places in the code of the features read or write ");
        }
        if (found != null) {
            blocks.add(heading("Where it will get tight first"));
            blocks.add(paragraph(found));
        }
    }

    private <F extends Fact> @org.jspecify.annotations.Nullable Sentence busiest(
            FactKind kind, String component, List<F> facts, Function<F, String> of, String words) {
        Map<String, List<F>> groups = new TreeMap<>();
        facts.forEach(
                each -> groups.computeIfAbsent(of.apply(each), any -> new ArrayList<>()).add(each));
        List<F> most = List.of();
        for (List<F> group : groups.values()) {
            most = group.size() > most.size() ? group : most;
        }
        if (most.size() < BUSY) {
            return null;
        }
        String name = of.apply(most.get(0));
        Tally tally = Tally.where(scope.material(), Tally.LINKED, kind, component, name);
        return new Sentence(
                List.of(
                        tally(tally),
                        text(words),
                        named(most.get(0), name),
                        text(
                                ", more than anywhere else; as load grows it is the most likely to get tight.")),
                io.digitalworker.document.prose.ClaimClass.INFERRED,
                List.of(most.get(0).evidence().id()));
    }

    private void questions() {
        ask(
                "requests",
                "product owner",
                "How many requests a month are made today, and what share of them writes? Cost is then the sum of the formulas of this section.");
        ask(
                "duration",
                "operator",
                "How long does a request take on average? Parts needed at once are requests a second × seconds a request.");
        ask(
                "volume",
                "database administrator",
                "How large is a record on average, and how many are there? Storage is records × size.");
    }

    private void ask(String about, String role, String question) {
        questions.add(new Question(Question.id("load", about), role, asked(text(question))));
    }
}
