package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.FactKind;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.count;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.noun;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What the users of the module meet, in numbers, and how much of what was asked for is there. */
public final class FunctionalSummary {
    private FunctionalSummary() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(subject(material), asked(material)));
        blocks.add(paragraph(met(material), behind(material), open(material)));
        return SectionDraft.complete(brief.section(), blocks);
    }

    private static Sentence subject(Material material) {
        return extracted(
                text("What people can do with "),
                mention(MentionKind.SUBJECT, material.moduleName()),
                text(" "),
                mention(MentionKind.VERSION, material.version()),
                text(", step by step, as its code lets them."));
    }

    private static Sentence asked(Material material) {
        return inferred(
                text("Code that bears it out was found for "),
                count("features.evidenced", material.features(FeatureStatus.EVIDENCED)),
                text(" of "),
                count("features.total", material.features().size()),
                noun(material.features().size(), "feature", "features"),
                text("; for another "),
                count("features.partial", material.features(FeatureStatus.PARTIAL)),
                text(" it may be the whole or a part."));
    }

    private static Sentence met(Material material) {
        return extracted(
                text("Users meet them at "),
                counted(material, FactKind.ENDPOINT),
                many(material, FactKind.ENDPOINT, "address", "addresses"),
                text(" and on "),
                counted(material, FactKind.VIEW),
                many(material, FactKind.VIEW, "screen or part of one", "screens and parts"),
                text(", with "),
                counted(material, FactKind.LOCALIZATION),
                many(material, FactKind.LOCALIZATION, "use of a text", "uses of texts"),
                text("."));
    }

    private static Sentence behind(Material material) {
        return extracted(
                text("What happens depends on "),
                counted(material, FactKind.CONFIGURATION),
                many(
                        material,
                        FactKind.CONFIGURATION,
                        "reading of a setting",
                        "readings of settings"),
                text(" and "),
                counted(material, FactKind.VALIDATION),
                many(
                        material,
                        FactKind.VALIDATION,
                        "rule for what is entered",
                        "rules for what is entered"),
                text("; "),
                counted(material, FactKind.PERMISSION),
                many(material, FactKind.PERMISSION, "check of a right", "checks of rights"),
                text(" and "),
                counted(material, FactKind.MESSAGE),
                many(material, FactKind.MESSAGE, "event", "events"),
                text(" go with it."));
    }

    private static Sentence open(Material material) {
        Tally anybody =
                Tally.where(
                        material, Tally.LINKED, FactKind.ENDPOINT, "authorization", "anonymous");
        return extracted(
                text("Of the addresses, the code opens "),
                Phrases.tally(anybody),
                text(" to anybody by name."));
    }

    private static Span counted(Material material, FactKind kind) {
        return Phrases.tally(Tally.count(material, Tally.LINKED, kind));
    }

    private static Span many(Material material, FactKind kind, String one, String many) {
        return noun(Tally.count(material, Tally.LINKED, kind).value(), one, many);
    }
}
