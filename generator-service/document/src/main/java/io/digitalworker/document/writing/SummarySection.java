package io.digitalworker.document.writing;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.outline.SectionContent;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.inventory.Inventory;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.count;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.noun;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What was asked for, what was found, and what is missing, on one page. */
final class SummarySection {
    private SummarySection() {}

    static List<Block> write(Material material) {
        return List.of(
                paragraph(subject(material), codeBase(material), declarations(material)),
                paragraph(features(material), gaps(material)),
                table(material));
    }

    private static Sentence subject(Material material) {
        return extracted(
                text("This document specifies "),
                mention(MentionKind.SUBJECT, material.moduleName()),
                text(" in version "),
                mention(MentionKind.VERSION, material.version()),
                text(" as its code stands today."));
    }

    private static Sentence codeBase(Material material) {
        Inventory inventory = material.facts().inventory();
        int languages = inventory.languages().size();
        return extracted(
                text("Of the "),
                count("inventory.archiveFiles", inventory.archiveFiles()),
                noun(inventory.archiveFiles(), "file", "files"),
                text(" in the archive, "),
                count("inventory.files", inventory.files()),
                text(" could be read as text: "),
                count("inventory.lines", inventory.lines()),
                noun(inventory.lines(), "line", "lines"),
                text(" in "),
                count("inventory.languages", languages),
                noun(languages, "language", "languages"),
                text("."));
    }

    private static Sentence declarations(Material material) {
        long types = material.facts().types().size();
        long members =
                material.facts().types().stream().mapToLong(type -> type.members().size()).sum();
        int modules = material.facts().inventory().modules().size();
        return extracted(
                text("The code is laid out in "),
                count("inventory.modules", modules),
                noun(modules, "module", "modules"),
                text(" and declares "),
                count("facts.types", types),
                noun(types, "type", "types"),
                text(" with "),
                count("facts.members", members),
                noun(members, "member", "members"),
                text("."));
    }

    private static Sentence features(Material material) {
        int total = material.features().size();
        long evidenced = material.features(FeatureStatus.EVIDENCED);
        long partial = material.features(FeatureStatus.PARTIAL);
        long none = material.features(FeatureStatus.NO_EVIDENCE);
        return inferred(
                text("Of the "),
                count("features.total", total),
                noun(total, "feature", "features"),
                text(" asked for, the code gives evidence for "),
                count("features.evidenced", evidenced),
                text(", partial evidence for "),
                count("features.partial", partial),
                text(" and none for "),
                count("features.no-evidence", none),
                text("."));
    }

    private static Sentence gaps(Material material) {
        List<Section> sections = material.outline().sections();
        long missing =
                sections.stream()
                        .filter(section -> section.content() == SectionContent.UNAVAILABLE)
                        .count();
        if (missing == 0) {
            return extracted(text("The facts for all sections are there."));
        }
        Span where =
                sections.stream()
                        .filter(section -> section.content() == SectionContent.COMPLETENESS)
                        .map(SummarySection::link)
                        .findFirst()
                        .orElse(text("the report"));
        return extracted(
                count("sections.unavailable", missing),
                text(" of the "),
                count("sections.total", sections.size()),
                text(" sections could not be written for lack of facts; "),
                where,
                text(" names them."));
    }

    private static Span link(Section section) {
        return new Span.Mention(MentionKind.SECTION, section.id(), section.title());
    }

    private static Block table(Material material) {
        List<List<Sentence>> rows = material.features().stream().map(SummarySection::row).toList();
        return new Block.Table(
                List.of("Requirement", "Status", "Places", "Best place"),
                List.of(false, false, true, false),
                rows);
    }

    private static List<Sentence> row(FeatureEvidence feature) {
        int places = feature.matches().size();
        Sentence best =
                feature.matches().isEmpty()
                        ? extracted(text("none"))
                        : Phrases.cell(
                                feature.matches().get(0).chunk(),
                                Phrases.citation(feature.matches().get(0).chunk()));
        return List.of(
                extracted(mention(MentionKind.REQUIREMENT, feature.requirement())),
                inferred(text(feature.status().key())),
                extracted(count("feature." + feature.feature().id() + ".places", places)),
                best);
    }
}
