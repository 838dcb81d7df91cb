package io.digitalworker.document.writing.hybrid;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.existing.ExistingDocument;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.document.writing.hybrid.NamedThings.Named;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Where a partial document and the code disagree: names of one that the other does not know. */
public final class Deviations {
    private static final String NONE_NAMED = "The partial document names nothing of the code.";
    private static final String ALL_FOUND =
            "Every name that the partial document gives stands in the code as well.";

    private final Material material;
    private final NamesInCode names;
    private final List<Question> questions = new ArrayList<>();

    private Deviations(Material material) {
        this.material = material;
        this.names = new NamesInCode(material);
    }

    public static SectionDraft compose(SectionBrief brief) {
        Optional<ExistingDocument> existing = brief.material().existing();
        if (existing.isEmpty()) {
            String reason = "there is no partial document to compare the code with";
            return SectionDraft.incomplete(brief.section(), reason, List.of(Completion.nothing()));
        }
        Deviations deviations = new Deviations(brief.material());
        List<Block> blocks = deviations.blocks(existing.get());
        return SectionDraft.complete(brief.section(), blocks).asking(deviations.questions);
    }

    private List<Block> blocks(ExistingDocument existing) {
        List<Named> named = NamedThings.in(existing);
        List<List<Sentence>> unknown = new ArrayList<>();
        for (Named each : named) {
            if (names.find(each.name()).isEmpty()) {
                unknown.add(row(each));
                ask(each);
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(heading("Named before, not in the code"));
        blocks.add(
                unknown.isEmpty()
                        ? paragraph(extracted(text(named.isEmpty() ? NONE_NAMED : ALL_FOUND)))
                        : table(List.of("Name", "Part", "In the code"), unknown));
        missing(named, blocks);
        return blocks;
    }

    private List<Sentence> row(Named named) {
        Span part =
                named.part().isEmpty()
                        ? text("before the first heading")
                        : new Span.Quote("existing", named.part());
        return List.of(
                asked(new Span.Quote("existing", named.name())), extracted(part), nearly(named));
    }

    private Sentence nearly(Named named) {
        Optional<NamesInCode.Known> near = names.nearly(named.name());
        return near.flatMap(NamesInCode.Known::mention)
                .map(
                        mention ->
                                new Sentence(
                                        List.of(text("written as "), mention),
                                        ClaimClass.INFERRED,
                                        List.of(near.orElseThrow().evidence())))
                .orElseGet(() -> extracted(text("not found")));
    }

    /** One question for all: it would always be the same. */
    private void ask(Named named) {
        if (questions.isEmpty()) {
            questions.add(
                    new Question(
                            Question.id("deviation", material.outline().document()),
                            "architect",
                            asked(
                                    text("Which holds where the partial document names what the"),
                                    text(" code does not have, beginning with "),
                                    new Span.Quote("existing", named.name()),
                                    text(": the text or the code?"))));
        }
    }

    /** What belongs to a feature and is not named. */
    private void missing(List<Named> named, List<Block> blocks) {
        Set<String> told = new HashSet<>();
        named.forEach(each -> told.add(each.name()));
        Set<String> listed = new HashSet<>();
        List<Fact> missing =
                material.linked().facts().stream()
                        .filter(Deviations::isWorthNaming)
                        .filter(fact -> FactNames.of(fact).stream().noneMatch(told::contains))
                        .filter(fact -> listed.add(kind(fact) + FactNames.headline(fact)))
                        .toList();
        blocks.add(heading("In the code, not named before"));
        if (missing.isEmpty()) {
            blocks.add(
                    paragraph(extracted(text("Nothing that belongs to a feature is left out."))));
            return;
        }
        int rows = material.outline().detail().rows();
        blocks.add(
                table(
                        List.of("Kind", "Name", "Place"),
                        missing.stream().limit(rows).map(Deviations::row).toList()));
        if (missing.size() > rows) {
            blocks.add(paragraph(extracted(text("The artifacts list the ones beyond these."))));
        }
    }

    private static boolean isWorthNaming(Fact fact) {
        return fact instanceof Endpoint
                || fact instanceof Entity
                || fact instanceof Message
                || fact instanceof Permission
                || fact instanceof ConfigurationKey;
    }

    private static List<Sentence> row(Fact fact) {
        List<Fact> by = List.of(fact);
        String place = fact.evidence().id();
        return List.of(
                Phrases.told(by, text(kind(fact))),
                Phrases.told(by, Phrases.headline(fact)),
                Phrases.told(by, Phrases.mention(MentionKind.CITATION, place)));
    }

    private static String kind(Fact fact) {
        if (fact instanceof Endpoint) {
            return "endpoint";
        }
        if (fact instanceof Entity) {
            return "entity";
        }
        if (fact instanceof Message) {
            return "message";
        }
        return fact instanceof Permission ? "permission" : "setting";
    }

    private static Block table(List<String> header, List<List<Sentence>> rows) {
        return new Block.Table(header, List.of(false, false, false), rows);
    }
}
