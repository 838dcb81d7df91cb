package io.digitalworker.document.writing.frame;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.inventory.Inventory;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.count;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.noun;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What was asked for and found, the decisions that the code shows, risks and cost, on one page. */
public final class ExecutiveSummary {
    private ExecutiveSummary() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(subject(material), features(material), codeBase(material)));
        blocks.add(table(material));
        blocks.add(heading("Key decisions visible in the code"));
        blocks.addAll(Decisions.of(material));
        blocks.add(heading("Risks"));
        blocks.addAll(Risks.of(material));
        blocks.add(heading("Cost"));
        blocks.addAll(Cost.of(material));
        return SectionDraft.complete(brief.section(), blocks).asking(Cost.questions(material));
    }

    private static Sentence subject(Material material) {
        return extracted(
                text("This document covers "),
                mention(MentionKind.SUBJECT, material.moduleName()),
                text(" in version "),
                mention(MentionKind.VERSION, material.version()),
                text(", drawn from its code as it stands today."));
    }

    private static Sentence codeBase(Material material) {
        Inventory inventory = material.facts().inventory();
        int modules = inventory.modules().size();
        int languages = inventory.languages().size();
        return extracted(
                text("The archive holds "),
                count("inventory.files", inventory.files()),
                noun(inventory.files(), "readable file", "readable files"),
                text(" with "),
                count("inventory.lines", inventory.lines()),
                noun(inventory.lines(), "line", "lines"),
                text(" in "),
                count("inventory.languages", languages),
                noun(languages, "language", "languages"),
                text(" and "),
                count("inventory.modules", modules),
                noun(modules, "module", "modules"),
                text("."));
    }

    private static Sentence features(Material material) {
        int total = material.features().size();
        return inferred(
                text("Of the "),
                count("features.total", total),
                noun(total, "feature", "features"),
                text(" asked for, the code gives evidence for "),
                count("features.evidenced", material.features(FeatureStatus.EVIDENCED)),
                text(", partial evidence for "),
                count("features.partial", material.features(FeatureStatus.PARTIAL)),
                text(" and none for "),
                count("features.no-evidence", material.features(FeatureStatus.NO_EVIDENCE)),
                text("."));
    }

    private static Block table(Material material) {
        List<List<Sentence>> rows =
                material.features().stream().map(ExecutiveSummary::row).toList();
        return new Block.Table(
                List.of("Feature", "Status", "Words found, %", "Best place"),
                List.of(false, false, true, false),
                rows);
    }

    private static List<Sentence> row(FeatureEvidence feature) {
        String id = feature.feature().id();
        Sentence best =
                feature.matches().isEmpty()
                        ? extracted(text("none"))
                        : Phrases.cell(
                                feature.matches().get(0).chunk(),
                                Phrases.citation(feature.matches().get(0).chunk()));
        return List.of(
                extracted(mention(MentionKind.FEATURE, id)),
                inferred(text(feature.status().key())),
                extracted(
                        count("feature." + id + ".coverage", Math.round(feature.coverage() * 100))),
                best);
    }
}
