package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import static io.digitalworker.document.writing.Phrases.count;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.noun;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.tally;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** The design on one page: what it is made of, what was decided, what could go wrong, what it costs. */
public final class DesignSummary {
    private static final int RISKS = 3;

    private final Scope scope;
    private final List<Block> blocks = new ArrayList<>();

    private DesignSummary(Scope scope) {
        this.scope = scope;
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignSummary summary = new DesignSummary(new Scope(brief.material()));
        summary.overview();
        summary.decisions();
        summary.risks();
        summary.cost();
        return SectionDraft.complete(brief.section(), summary.blocks);
    }

    private void overview() {
        blocks.add(paragraph(subject(), built(), unbuilt()));
    }

    private Sentence subject() {
        int total = scope.material().descriptor().features().size();
        return extracted(
                mention(MentionKind.SUBJECT, scope.material().moduleName()),
                text(" "),
                mention(MentionKind.VERSION, scope.material().version()),
                text(" is described here as built, for engineers who review or change it: how "),
                count("features.total", total),
                noun(total, "feature is", "features are"),
                text(" put into code, on what data, behind which interfaces, and at what risk."));
    }

    private Sentence built() {
        List<Span> spans = new ArrayList<>(List.of(text("To the features belong ")));
        part(spans, FactKind.ENDPOINT, "way in over HTTP", "ways in over HTTP");
        part(spans, FactKind.ENTITY, "stored entity", "stored entities");
        part(spans, FactKind.DATA_STORE, "data store", "data stores");
        part(spans, FactKind.MESSAGE, "event sent or handled", "events sent or handled");
        part(spans, FactKind.SERVICE, "injected service", "injected services");
        part(spans, FactKind.RESOURCE, "declared resource", "declared resources");
        if (spans.size() == 1) {
            return extracted(text("Nothing in the code could be linked to a feature."));
        }
        spans.add(text("."));
        return extracted(spans.toArray(Span[]::new));
    }

    private void part(List<Span> spans, FactKind kind, String one, String many) {
        Tally tally = scope.count(kind);
        if (tally.value() > 0) {
            if (spans.size() > 1) {
                spans.add(text(", "));
            }
            spans.add(tally(tally));
            spans.add(noun(tally.value(), one, many));
        }
    }

    private Sentence unbuilt() {
        long none = scope.material().features(FeatureStatus.NO_EVIDENCE);
        if (none == 0) {
            return inferred(text("Each feature asked for has left traces in the code."));
        }
        return inferred(
                text("No design can be given for "),
                count("features.no-evidence", none),
                noun(none, "feature that nobody", "features that nobody"),
                text(" seems to have built."));
    }

    private void decisions() {
        List<Sentence> items = new ArrayList<>();
        decision(items, Endpoint.class, Endpoint::framework, "Requests are routed by ", "");
        decision(items, Entity.class, Entity::framework, "Stored data is mapped with ", "");
        decision(items, DataStore.class, DataStore::kind, "Data rests in stores of kind ", "");
        decision(items, Message.class, Message::framework, "Parts talk by events through ", "");
        decision(
                items,
                Service.class,
                Service::lifetime,
                "Services are injected with lifetime ",
                "");
        decision(
                items,
                Resource.class,
                Resource::framework,
                "What it runs on is declared with ",
                " beside the code");
        decision(items, Mark.class, Mark::kind, "Concurrent or failing work is met with ", "");
        if (!items.isEmpty()) {
            blocks.add(heading("Decisions visible in the code"));
            blocks.add(new Block.Bullets(items));
        }
    }

    private <F extends Fact> void decision(
            List<Sentence> items,
            Class<F> kind,
            Function<F, String> chosen,
            String before,
            String after) {
        List<F> facts = scope.linked(kind).isEmpty() ? scope.linkedFirst(kind) : scope.linked(kind);
        List<F> first = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (F fact : facts) {
            String choice = chosen.apply(fact);
            if (!choice.isEmpty() && !seen.contains(choice) && first.size() < 4) {
                seen.add(choice);
                first.add(fact);
            }
        }
        if (first.isEmpty()) {
            return;
        }
        List<Span> spans = new ArrayList<>(List.of(text(before)));
        for (int i = 0; i < first.size(); i++) {
            spans.add(text(i == 0 ? "" : i == first.size() - 1 ? " and " : ", "));
            spans.add(named(first.get(i), seen.get(i)));
        }
        spans.add(text(after + "."));
        items.add(told(first, spans.toArray(Span[]::new)));
    }

    private void risks() {
        List<Risk> risks = Risks.of(scope);
        if (risks.isEmpty()) {
            return;
        }
        blocks.add(heading("Greatest risks"));
        blocks.add(new Block.Bullets(risks.stream().limit(RISKS).map(Risk::inOneLine).toList()));
        blocks.add(
                paragraph(
                        extracted(
                                text("How they were found, and how likely they are, stands under "),
                                scope.link("assumptions-and-risks", "Assumptions and risks"),
                                text("."))));
    }

    private void cost() {
        blocks.add(heading("Cost"));
        boolean priced = !Costs.of(scope).isEmpty();
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        priced
                                                ? "Resources with a list price are declared; what a"
                                                        + " million requests cost at most is worked out"
                                                        + " under "
                                                : "No resource that has a list price is declared, so"
                                                        + " that cost cannot be told from the archive;"
                                                        + " what would be needed is listed under "),
                                scope.link("capacity-and-cost", "Capacity and cost"),
                                text("."))));
    }
}
