package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.LinkedFacts;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Which use cases there are, what sets them off, and what happens then. */
public final class DesignContext {
    private static final int NAMES = 5;

    private final Scope scope;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private DesignContext(Scope scope) {
        this.scope = scope;
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignContext context = new DesignContext(new Scope(brief.material()));
        context.useCases();
        if (context.scope.goesDeep()) {
            context.interactions();
        }
        return SectionDraft.complete(brief.section(), context.blocks).asking(context.questions);
    }

    private void useCases() {
        blocks.add(heading("Use cases"));
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "Each feature of the descriptor is a use case: what sets it"
                                                + " off, and which data it works on."))));
        Grid grid =
                new Grid(
                        scope.material(),
                        "Use case",
                        "In the words asked for",
                        "Set off by",
                        "Works on");
        List<FeatureEvidence> silent = new ArrayList<>();
        for (FeatureEvidence feature : scope.material().features()) {
            LinkedFacts facts = scope.material().linked(feature.feature().id());
            List<Fact> triggers = triggers(facts);
            grid.row(
                    extracted(mention(MentionKind.FEATURE, feature.feature().id())),
                    extracted(
                            new Span.Quote(
                                    "feature:" + feature.feature().id(),
                                    feature.feature().description())),
                    triggers.isEmpty()
                            ? Cells.judged("nothing that was found")
                            : Cells.names(triggers, DesignContext::trigger, NAMES),
                    Cells.names(data(facts), DesignContext::datum, NAMES));
            if (triggers.isEmpty() && !feature.matches().isEmpty()) {
                silent.add(feature);
            }
        }
        if (!silent.isEmpty()) {
            questions.add(triggers(silent));
        }
        blocks.addAll(grid.blocks());
    }

    private static List<Fact> data(LinkedFacts facts) {
        List<Fact> data = new ArrayList<>(facts.all(Entity.class));
        data.addAll(facts.all(AccessPattern.class));
        return data;
    }

    private static String datum(Fact fact) {
        return fact instanceof AccessPattern pattern ? pattern.store() : FactNames.headline(fact);
    }

    private static Question triggers(List<FeatureEvidence> features) {
        List<Span> spans = new ArrayList<>();
        spans.add(text("Who or what sets off the code that was found for "));
        for (FeatureEvidence feature : features) {
            spans.add(text(spans.size() == 1 ? "" : ", "));
            spans.add(mention(MentionKind.FEATURE, feature.feature().id()));
        }
        spans.add(text("?"));
        String id = Question.id("trigger", "features");
        return new Question(id, "developer", asked(spans.toArray(Span[]::new)));
    }

    private static List<Fact> triggers(LinkedFacts facts) {
        List<Fact> triggers = new ArrayList<>(facts.all(Endpoint.class));
        facts.all(Message.class).stream()
                .filter(message -> message.direction().equals("consume"))
                .forEach(triggers::add);
        triggers.addAll(facts.all(Schedule.class));
        return triggers;
    }

    private static String trigger(Fact fact) {
        return fact instanceof Endpoint endpoint
                ? endpoint.method() + " " + endpoint.path()
                : FactNames.headline(fact);
    }

    private void interactions() {
        Grid grid =
                new Grid(scope.material(), "Set off by", "Handled by", "Calls", "Reads or writes");
        for (Endpoint endpoint : scope.linked(Endpoint.class)) {
            row(grid, endpoint, endpoint.handler());
        }
        for (Message message : scope.linked(Message.class)) {
            if (message.direction().equals("consume")) {
                row(grid, message, message.handler());
            }
        }
        for (Schedule schedule : scope.linked(Schedule.class)) {
            row(grid, schedule, schedule.handler());
        }
        blocks.addAll(
                grid.under(
                        "What happens in the code",
                        inferred(
                                text(
                                        "From each request, event or time to the members it leads"
                                                + " to; data counts as reached within a few calls."))));
    }

    private void row(Grid grid, Fact fact, String handler) {
        Sentence calls = Cells.names(Flows.direct(scope, handler), Call::to, NAMES);
        Sentence data = Cells.names(Flows.entities(scope, handler), Call::to, NAMES);
        grid.row(Cells.headline(fact), Cells.of(fact, handler), calls, data);
    }
}
