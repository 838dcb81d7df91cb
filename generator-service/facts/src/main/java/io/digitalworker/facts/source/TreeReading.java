package io.digitalworker.facts.source;

import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.CheckedEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the files of an archive and sorts them into readable and left out. Files are read in
 * parallel, each by itself; what comes of them is put together in the order of the archive.
 */
final class TreeReading {
    /** Texts together up to this length stay plain. */
    private static final long PLAIN_CHARACTERS = 64L * 1024 * 1024;

    private final CheckedArchive archive;
    private final Sorting sorting;
    private final Redaction redaction = Redaction.standard();
    private final AtomicLong room = new AtomicLong(PLAIN_CHARACTERS);

    /** What became of a file: a text, or a reason. */
    private record Taken(
            @Nullable StoredText text, @Nullable Exclusion reason, Map<String, Integer> redacted) {
        static Taken out(Exclusion reason) {
            return new Taken(null, reason, Map.of());
        }

        static Taken withheld(String rule) {
            return new Taken(null, Exclusion.SECRETS, Map.of(rule, 1));
        }
    }

    private TreeReading(CheckedArchive archive) {
        this.archive = archive;
        this.sorting = new Sorting(archive.entries().stream().map(CheckedEntry::path).toList());
    }

    static SourceTree read(CheckedArchive archive) throws IOException {
        TreeReading reading = new TreeReading(archive);
        try {
            return reading.tree(archive.entries().parallelStream().map(reading::take).toList());
        } catch (UncheckedIOException e) {
            throw new IOException("the archive cannot be read", e);
        }
    }

    /** Takes a file in, reading it only if its name and size let it be text. */
    private Taken take(CheckedEntry entry) {
        Optional<Exclusion> byName = sorting.byName(entry.path());
        if (byName.isPresent()) {
            return Taken.out(byName.get());
        }
        Optional<String> secret = SecretFiles.byName(entry.path());
        if (secret.isPresent()) {
            return Taken.withheld(secret.get());
        }
        if (entry.size() > SourceTree.MAX_FILE_BYTES) {
            return Taken.out(Exclusion.OVER_SIZE);
        }
        try {
            return sort(entry.path(), archive.read(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Taken sort(String path, byte[] bytes) {
        if (Decoding.binary(bytes)) {
            return Taken.out(Exclusion.BINARY);
        }
        Optional<String> text = Decoding.text(bytes);
        if (text.isEmpty()) {
            return Taken.out(Exclusion.UNDECODABLE);
        }
        Optional<String> secret = SecretFiles.byContent(path, text.get());
        if (secret.isPresent()) {
            return Taken.withheld(secret.get());
        }
        Optional<Language> language =
                Language.ofName(path).or(() -> Language.ofContent(text.get()));
        if (language.isEmpty()) {
            return Taken.out(Exclusion.UNKNOWN_KIND);
        }
        return Sorting.byContent(text.get(), language.get())
                .map(Taken::out)
                .orElseGet(() -> keep(path, bytes, text.get(), language.get()));
    }

    private Taken keep(String path, byte[] bytes, String text, Language language) {
        Map<String, Integer> redacted = new TreeMap<>();
        String clean = redaction.redact(path, text, language, redacted);
        int lines = SourceText.countLines(clean);
        SourceFile file = new SourceFile(path, language, lines, bytes.length, sha256(bytes));
        return new Taken(StoredText.of(file, clean, room), null, redacted);
    }

    private SourceTree tree(List<Taken> all) {
        SortedMap<String, StoredText> files = new TreeMap<>();
        Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
        SortedMap<String, Integer> redacted = new TreeMap<>();
        for (Taken taken : all) {
            if (taken.text() != null) {
                files.put(taken.text().file().path(), taken.text());
            }
            if (taken.reason() != null) {
                excluded.merge(taken.reason(), 1, Integer::sum);
            }
            taken.redacted().forEach((rule, count) -> redacted.merge(rule, count, Integer::sum));
        }
        long bytes = archive.entries().stream().mapToLong(CheckedEntry::size).sum();
        return new SourceTree(files, excluded, redacted, archive.entries().size(), bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
