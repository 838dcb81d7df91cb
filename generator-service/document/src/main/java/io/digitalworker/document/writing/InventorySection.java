package io.digitalworker.document.writing;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.inventory.Inventory.ModuleCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.count;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.noun;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Languages, modules, and what was left out or redacted. */
final class InventorySection {
    /** Smaller modules of a large system are counted in {@code facts.json} only. */
    private static final int MODULES = 40;

    private InventorySection() {}

    static SectionDraft compose(SectionBrief brief) {
        return SectionDraft.complete(brief.section(), write(brief.material()));
    }

    private static List<Block> write(Material material) {
        Inventory inventory = material.facts().inventory();
        List<Block> blocks = new ArrayList<>();
        blocks.add(heading("Languages"));
        blocks.add(languages(inventory));
        blocks.add(heading("Modules"));
        modules(inventory, blocks);
        blocks.add(heading("Left out"));
        excluded(inventory, blocks);
        blocks.add(heading("Redactions"));
        redacted(inventory, blocks);
        return blocks;
    }

    private static Block languages(Inventory inventory) {
        List<List<Sentence>> rows = new ArrayList<>();
        for (Inventory.LanguageCount language : inventory.languages()) {
            String key = "language." + language.name();
            rows.add(
                    List.of(
                            extracted(mention(MentionKind.LANGUAGE, language.name())),
                            extracted(count(key + ".files", language.files())),
                            extracted(count(key + ".lines", language.lines()))));
        }
        return new Block.Table(
                List.of("Language", "Files", "Lines"), List.of(false, true, true), rows);
    }

    private static void modules(Inventory inventory, List<Block> blocks) {
        List<ModuleCount> largest =
                inventory.modules().stream()
                        .sorted(
                                Comparator.comparingLong(ModuleCount::lines)
                                        .reversed()
                                        .thenComparing(ModuleCount::path))
                        .limit(MODULES)
                        .toList();
        int all = inventory.modules().size();
        if (largest.size() < all) {
            blocks.add(
                    paragraph(
                            extracted(
                                    text("The largest of "),
                                    count("inventory.modules", all),
                                    text(" modules:"))));
        }
        blocks.add(
                new Block.Table(
                        List.of("Module", "Directory", "Files", "Lines"),
                        List.of(false, false, true, true),
                        largest.stream().map(InventorySection::row).toList()));
    }

    private static List<Sentence> row(ModuleCount module) {
        String id = module.path().isEmpty() ? "/" : module.path();
        Span name = new Span.Mention(MentionKind.MODULE, id, module.name());
        Span directory = new Span.Mention(MentionKind.MODULE, id, id);
        return List.of(
                extracted(name),
                extracted(directory),
                extracted(count("module." + id + ".files", module.files())),
                extracted(count("module." + id + ".lines", module.lines())));
    }

    private static void excluded(Inventory inventory, List<Block> blocks) {
        if (inventory.excluded().isEmpty()) {
            blocks.add(paragraph(extracted(text("All files of the archive could be read."))));
            return;
        }
        List<List<Sentence>> rows = new ArrayList<>();
        for (Inventory.ExcludedCount excluded : inventory.excluded()) {
            String key = "excluded." + excluded.reason();
            rows.add(
                    List.of(
                            extracted(text(excluded.reason())),
                            extracted(count(key, excluded.files()))));
        }
        blocks.add(new Block.Table(List.of("Reason", "Files"), List.of(false, true), rows));
    }

    private static void redacted(Inventory inventory, List<Block> blocks) {
        long total = inventory.redacted().stream().mapToLong(Inventory.RedactedCount::count).sum();
        if (total == 0) {
            blocks.add(paragraph(extracted(text("Nothing in the archive looked like a secret."))));
            return;
        }
        blocks.add(
                paragraph(
                        extracted(
                                count("redacted.total", total),
                                noun(total, "text", "texts"),
                                text(" that may be secret"),
                                text(total == 1 ? " was" : " were"),
                                text(" replaced or left out before anything else was done."))));
        List<List<Sentence>> rows = new ArrayList<>();
        for (Inventory.RedactedCount redacted : inventory.redacted()) {
            String key = "redacted." + redacted.rule();
            rows.add(
                    List.of(
                            extracted(text(redacted.rule())),
                            extracted(count(key, redacted.count()))));
        }
        blocks.add(new Block.Table(List.of("Rule", "Found"), List.of(false, true), rows));
    }
}
