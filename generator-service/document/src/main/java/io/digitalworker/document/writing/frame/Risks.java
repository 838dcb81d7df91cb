package io.digitalworker.document.writing.frame;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Disagreements;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.TestCount;
import io.digitalworker.facts.fact.Unresolved;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What may go wrong, each borne out by what is in the archive or is missing from it. */
final class Risks {
    private static final int NAMED = 4;

    private final Material material;
    private final List<Sentence> found = new ArrayList<>();

    private Risks(Material material) {
        this.material = material;
    }

    static List<Block> of(Material material) {
        Risks risks = new Risks(material);
        risks.unimplemented();
        risks.unguarded();
        risks.overwritten();
        risks.outside();
        risks.untested();
        risks.disagreeing();
        risks.unresolved();
        return risks.found.isEmpty()
                ? List.of(paragraph(extracted(text("The archive gives no evidence of a risk."))))
                : List.of(new Block.Bullets(risks.found));
    }

    private <F extends Fact> List<F> linked(Class<F> kind) {
        return material.linked().all(kind);
    }

    private void unimplemented() {
        List<Span> spans = new ArrayList<>();
        for (FeatureEvidence feature : material.features()) {
            if (feature.status() == FeatureStatus.NO_EVIDENCE) {
                Cells.separate(spans, ", ");
                spans.add(mention(MentionKind.FEATURE, feature.feature().id()));
            }
        }
        if (!spans.isEmpty()) {
            spans.add(0, text("Promised but perhaps not built: no code was found for "));
            spans.add(text("."));
            found.add(new Sentence(spans, ClaimClass.INFERRED, List.of()));
        }
    }

    private void unguarded() {
        List<Endpoint> open =
                linked(Endpoint.class).stream()
                        .filter(e -> e.authorization().isEmpty() && !e.method().equals("GET"))
                        .filter(e -> rights(e).isEmpty())
                        .toList();
        names("Changes without a declared right are possible through ", open, ".");
    }

    private List<Permission> rights(Endpoint endpoint) {
        return material.linked().within(endpoint.evidence(), Permission.class);
    }

    private void overwritten() {
        List<Mark> guards =
                linked(Mark.class).stream()
                        .filter(m -> List.of("row-version", "lock").contains(m.kind()))
                        .toList();
        if (guards.isEmpty()) {
            names(
                    "Neither a version nor a lock keeps two writers apart on ",
                    linked(Entity.class),
                    ".");
        }
    }

    private void outside() {
        List<ExternalCall> calls = linked(ExternalCall.class);
        boolean guarded =
                linked(Mark.class).stream()
                        .anyMatch(m -> List.of("timeout", "circuit-breaker").contains(m.kind()));
        if (!guarded) {
            names("A slow answer can hold up the callers of ", calls, ", which set no time-out.");
        }
    }

    private void untested() {
        if (linked(TestCount.class).isEmpty() && !linked(Fact.class).isEmpty()) {
            found.add(
                    extracted(
                            text("A change may break the features unnoticed: no test is named"),
                            text(" after their code.")));
        }
    }

    private void disagreeing() {
        List<Contradiction> all = Disagreements.of(material, "");
        if (!all.isEmpty()) {
            Contradiction first = all.get(0);
            found.add(
                    Phrases.told(
                            List.of(first),
                            text("Places of the archive disagree, first of all: "),
                            Phrases.named(first, first.statement()),
                            text(".")));
        }
    }

    private void unresolved() {
        List<Unresolved> all = linked(Unresolved.class);
        if (!all.isEmpty()) {
            Unresolved first = all.get(0);
            found.add(
                    Phrases.told(
                            List.of(first),
                            text("Not all could be read from the code, for instance "),
                            Phrases.named(first, first.expression()),
                            text(": "),
                            Phrases.named(first, first.reason()),
                            text(".")));
        }
    }

    private void names(String before, List<? extends Fact> facts, String after) {
        if (!facts.isEmpty()) {
            List<? extends Fact> named = facts.stream().limit(NAMED).toList();
            List<Span> spans = new ArrayList<>(Cells.headlines(named));
            spans.add(0, text(before));
            if (facts.size() > NAMED) {
                spans.add(text(" and others"));
            }
            spans.add(text(after));
            found.add(
                    new Sentence(spans, ClaimClass.INFERRED, Cells.told(named, spans).evidence()));
        }
    }
}
