package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.Clauses;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Who is to use the module, and for what, as far as the descriptor says so. */
public final class IntendedActors {
    private IntendedActors() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<String> actors = material.descriptor().actors();
        if (actors.isEmpty()) {
            return SectionDraft.incomplete(
                            brief.section(),
                            "the descriptor names no actors",
                            List.of(paragraph(onlyOne())))
                    .asking(List.of(who()));
        }
        List<List<Sentence>> rows = actors.stream().map(actor -> row(material, actor)).toList();
        List<FeatureEvidence> nobody =
                material.features().stream()
                        .filter(
                                feature ->
                                        actors.stream().noneMatch(actor -> names(feature, actor)))
                        .toList();
        SectionDraft draft =
                SectionDraft.complete(
                        brief.section(),
                        List.of(
                                paragraph(rule(material)),
                                new Block.Table(
                                        List.of("Actor", "Requirements"),
                                        List.of(false, false),
                                        rows)));
        return nobody.isEmpty() ? draft : draft.asking(List.of(whoDoes(nobody)));
    }

    private static Sentence onlyOne() {
        return Intended.assumed(
                text("Everybody who may use the module may use all of it, as no actors are told"),
                text(" apart."));
    }

    private static Question who() {
        return new Question(
                Question.id("actors"),
                "product owner",
                asked(
                        text("Who uses the module, in which roles, and what may each of them not"),
                        text(" do?")));
    }

    private static Question whoDoes(List<FeatureEvidence> nobody) {
        return Intended.question(
                Question.id("actor-of"), "product owner", "Which actor starts ", nobody, "?");
    }

    private static Sentence rule(Material material) {
        boolean functional = material.outline().document().equals("functional-spec");
        return inferred(
                text(
                        functional
                                ? "Whoever a description names takes part in what it describes."
                                : "A requirement stands beside an actor whose name its description"
                                        + " holds."));
    }

    private static List<Sentence> row(Material material, String actor) {
        List<Span> spans = new ArrayList<>();
        for (FeatureEvidence feature : material.features()) {
            if (names(feature, actor)) {
                spans.add(text(spans.isEmpty() ? "" : ", "));
                spans.add(Intended.requirement(feature));
            }
        }
        Sentence requirements =
                spans.isEmpty()
                        ? extracted(text("named in none"))
                        : new Sentence(spans, ClaimClass.INFERRED, List.of());
        return List.of(Intended.proposed(Intended.words("actors", actor)), requirements);
    }

    private static boolean names(FeatureEvidence feature, String actor) {
        return Clauses.names(feature.feature().description(), actor);
    }
}
