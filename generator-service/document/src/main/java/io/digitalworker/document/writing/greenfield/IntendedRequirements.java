package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.Clauses;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** A requirement per feature: its own words, parted into what has to hold and under which condition. */
public final class IntendedRequirements {
    private static final Pattern FAILURE =
            Pattern.compile(
                    "(?i)\\b(fail|fails|failure|error|errors|invalid|reject|rejected|refuse|refused|"
                            + "cannot|otherwise|not allowed|unavailable|timeout|retry|denied)\\b");

    private IntendedRequirements() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(intended(), parted()));
        for (FeatureEvidence feature : material.features()) {
            blocks.add(new Block.Heading(extracted(Intended.requirement(feature))));
            blocks.add(new Block.Quotation(description(feature)));
            blocks.add(table(feature));
        }
        return SectionDraft.complete(brief.section(), blocks).asking(questions(material));
    }

    private static Sentence intended() {
        return Intended.proposed(
                text("Each requirement stands in the words of the descriptor and is intended,"),
                text(" not built."));
    }

    private static Sentence parted() {
        return inferred(
                text("Below it stand its statements one by one, with what each of them leaves to"),
                text(" be measured."));
    }

    private static Sentence description(FeatureEvidence feature) {
        return Intended.proposed(
                new Span.Quote(
                        "feature:" + feature.feature().id(), feature.feature().description()));
    }

    private static Block table(FeatureEvidence feature) {
        List<List<Sentence>> rows =
                Clauses.of(feature.feature().description()).stream()
                        .map(IntendedRequirements::row)
                        .toList();
        return new Block.Table(
                List.of("Statement", "Kind", "Without a measure"),
                List.of(false, false, false),
                rows);
    }

    private static List<Sentence> row(String clause) {
        String kind = Clauses.isCondition(clause) ? "conditional" : "always";
        Span vague =
                Clauses.vague(clause)
                        .map(word -> Intended.words("features", word))
                        .orElseGet(() -> text("none found"));
        return List.of(
                Intended.proposed(Intended.words("features", clause)),
                inferred(text(kind)),
                inferred(vague));
    }

    private static List<Question> questions(Material material) {
        List<Question> questions = new ArrayList<>();
        List<FeatureEvidence> vague = material.features().stream().filter(f -> isVague(f)).toList();
        if (!vague.isEmpty()) {
            questions.add(
                    Intended.question(
                            Question.id("measures"),
                            "product owner",
                            "Which numbers stand behind the words without a measure in ",
                            vague,
                            "?"));
        }
        List<FeatureEvidence> fine =
                material.features().stream()
                        .filter(f -> !FAILURE.matcher(f.feature().description()).find())
                        .toList();
        if (!fine.isEmpty()) {
            questions.add(
                    Intended.question(
                            Question.id("failures"),
                            "product owner",
                            "What does a user see when something goes wrong in ",
                            fine,
                            "?"));
        }
        return questions;
    }

    private static boolean isVague(FeatureEvidence feature) {
        return Clauses.of(feature.feature().description()).stream()
                .anyMatch(clause -> Clauses.vague(clause).isPresent());
    }
}
