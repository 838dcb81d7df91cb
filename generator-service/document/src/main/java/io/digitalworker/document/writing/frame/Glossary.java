package io.digitalworker.document.writing.frame;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** The names of the domain: what is stored, what happens, what is set, each where it is defined. */
public final class Glossary {
    private Glossary() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        Grid grid = new Grid(material, "Name", "What it is", "Its author says");
        for (Entity entity : material.linked().all(Entity.class)) {
            grid.row(
                    told(List.of(entity), Phrases.headline(entity)),
                    Cells.words("stored entity"),
                    Cells.quoted(material.comments().of(entity.evidence()), ""));
        }
        settings(material, grid);
        events(material, grid);
        if (grid.isEmpty()) {
            return SectionDraft.incomplete(
                    brief.section(),
                    "No entity, setting or event is linked to a feature.",
                    List.of(
                            paragraph(
                                    extracted(
                                            text("The code linked to the features gives the"),
                                            text(" domain no names.")))));
        }
        List<Block> blocks = new ArrayList<>(grid.blocks(material.outline().detail().rows()));
        return SectionDraft.complete(brief.section(), blocks);
    }

    private static void settings(Material material, Grid grid) {
        for (TypeDeclaration type : material.linked().types()) {
            boolean declares =
                    material.linked().within(type.evidence(), ConfigurationKey.class).stream()
                            .anyMatch(key -> key.use().equals("declared"));
            if (declares) {
                grid.row(
                        new Sentence(
                                List.of(Cells.symbol(type)),
                                ClaimClass.EXTRACTED,
                                List.of(type.evidence().id())),
                        Cells.words("settings"),
                        Cells.quoted(material.comments().of(type.evidence()), ""));
            }
        }
    }

    /** Events that are acted upon or published, by name; where the archive declares them is not asked. */
    private static void events(Material material, Grid grid) {
        Set<String> seen = new HashSet<>();
        Map<String, TypeDeclaration> types = new HashMap<>();
        material.facts().types().forEach(type -> types.putIfAbsent(type.simpleName(), type));
        for (Message message : material.linked().all(Message.class)) {
            if (!message.name().contains("<") && seen.add(message.name())) {
                TypeDeclaration declared = types.get(message.name());
                grid.row(
                        told(List.of(message), Phrases.headline(message)),
                        Cells.words(declared == null ? "event, defined elsewhere" : "event"),
                        Cells.quoted(
                                declared == null
                                        ? List.of()
                                        : material.comments().of(declared.evidence()),
                                ""));
            }
        }
    }
}
