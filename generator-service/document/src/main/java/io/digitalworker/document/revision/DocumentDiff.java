package io.digitalworker.document.revision;

import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.brief.SearchTerms;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.SectionTexts;
import io.digitalworker.document.revision.SectionDiff.Kind;
import io.digitalworker.document.revision.SectionDiff.Reworded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares a document with the one that it revises: sections by the bytes of their Markdown, sentences by
 * their words.
 */
public final class DocumentDiff {
    /** Share of words in common from which on a sentence counts as the same in other words. */
    private static final double SAME = 0.6;

    /** So many sentences are tried in pairs; beyond, they are added and removed. */
    private static final int PAIRED = 200;

    /** A document before or afterwards. */
    public record Side(WrittenDocument document, DocumentTree tree) {
        private Map<String, Written> sections() {
            List<String> texts = SectionTexts.of(tree);
            List<SectionDraft> drafts = document.verified().drafts();
            if (texts.size() != drafts.size()) {
                throw new IllegalStateException(
                        drafts.size() + " sections make " + texts.size() + " texts");
            }
            Map<String, Written> sections = new LinkedHashMap<>();
            for (int i = 0; i < texts.size(); i++) {
                Section section = drafts.get(i).section();
                sections.put(section.id(), new Written(drafts.get(i), texts.get(i)));
            }
            return sections;
        }
    }

    private record Written(SectionDraft draft, String text) {}

    private final SearchTerms terms = new SearchTerms();
    private final String name;

    private DocumentDiff(String name) {
        this.name = name;
    }

    /** What became of each section, in the order of the document; removed ones come last. */
    public static List<SectionDiff> of(Side before, Side after) {
        return new DocumentDiff(after.document().name())
                .compare(before.sections(), after.sections());
    }

    private List<SectionDiff> compare(Map<String, Written> before, Map<String, Written> after) {
        List<SectionDiff> diffs = new ArrayList<>();
        after.forEach((id, now) -> diffs.add(of(Optional.ofNullable(before.get(id)), now)));
        before.forEach(
                (id, was) -> {
                    if (!after.containsKey(id)) {
                        diffs.add(alone(was, Kind.REMOVED));
                    }
                });
        return diffs;
    }

    private SectionDiff of(Optional<Written> before, Written now) {
        if (before.isEmpty()) {
            return alone(now, Kind.ADDED);
        }
        if (before.get().text().equals(now.text())) {
            return alone(now, Kind.UNCHANGED);
        }
        List<String> removed = said(before.get().draft());
        List<String> added = said(now.draft());
        List<String> kept = new ArrayList<>(added);
        removed.removeIf(kept::remove);
        List<String> old = said(before.get().draft());
        added.removeIf(old::remove);
        List<Reworded> reworded = paired(removed, added);
        return diff(now, Kind.CHANGED, added, removed, reworded);
    }

    private SectionDiff alone(Written section, Kind kind) {
        return diff(section, kind, List.of(), List.of(), List.of());
    }

    private SectionDiff diff(
            Written section,
            Kind kind,
            List<String> added,
            List<String> removed,
            List<Reworded> reworded) {
        return new SectionDiff(
                name,
                section.draft().section().id(),
                section.draft().section().title(),
                kind,
                sha256(section.text()),
                added,
                removed,
                reworded);
    }

    private static List<String> said(SectionDraft draft) {
        List<String> said = new ArrayList<>();
        for (Block block : draft.blocks()) {
            if (block instanceof Block.Table table) {
                table.rows().forEach(row -> said.add(row(row)));
            } else {
                block.sentences().map(Sentence::shown).forEach(said::add);
            }
        }
        return said;
    }

    private static String row(List<Sentence> row) {
        return row.stream().map(Sentence::shown).collect(Collectors.joining(" | "));
    }

    /** Takes out of both what says the same in other words. */
    private List<Reworded> paired(List<String> removed, List<String> added) {
        List<Reworded> reworded = new ArrayList<>();
        if (removed.size() > PAIRED || added.size() > PAIRED) {
            return reworded;
        }
        for (Iterator<String> each = removed.iterator(); each.hasNext(); ) {
            String was = each.next();
            Optional<String> now = added.stream().filter(is -> alike(was, is)).findFirst();
            if (now.isPresent()) {
                reworded.add(new Reworded(was, now.get()));
                added.remove(now.get());
                each.remove();
            }
        }
        return reworded;
    }

    private boolean alike(String was, String is) {
        Set<String> before = terms.of(was);
        Set<String> after = terms.of(is);
        long common = before.stream().filter(after::contains).count();
        int most = Math.max(before.size(), after.size());
        return most > 0 && common >= SAME * most;
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
