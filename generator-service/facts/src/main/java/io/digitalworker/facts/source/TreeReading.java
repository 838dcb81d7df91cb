package io.digitalworker.facts.source;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes in the files of an archive one by one and sorts them into readable and left out. */
final class TreeReading {
    private final Redaction redaction = Redaction.standard();
    private final SortedMap<String, StoredText> files = new TreeMap<>();
    private final Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
    private final SortedMap<String, Integer> redacted = new TreeMap<>();
    private int archiveFiles;
    private long archiveBytes;

    /** The bytes of a file, read when they are needed. */
    interface Content {
        byte[] bytes() throws IOException;
    }

    /** Takes a file in, reading it only if its name and size let it be text. */
    void add(String path, long size, Content content) throws IOException {
        archiveFiles++;
        archiveBytes += size;
        Optional<Exclusion> byName = Sorting.byName(path);
        if (byName.isPresent()) {
            leaveOut(byName.get());
        } else if (size > SourceTree.MAX_FILE_BYTES) {
            leaveOut(Exclusion.OVER_SIZE);
        } else {
            sort(path, content.bytes());
        }
    }

    private void sort(String path, byte[] bytes) {
        if (Decoding.binary(bytes)) {
            leaveOut(Exclusion.BINARY);
            return;
        }
        Optional<String> text = Decoding.text(bytes);
        if (text.isEmpty()) {
            leaveOut(Exclusion.UNDECODABLE);
            return;
        }
        Optional<Language> language =
                Language.ofName(path).or(() -> Language.ofContent(text.get()));
        if (language.isEmpty()) {
            leaveOut(Exclusion.UNKNOWN_KIND);
            return;
        }
        keep(path, bytes, text.get(), language.get());
    }

    private void keep(String path, byte[] bytes, String text, Language language) {
        Optional<Exclusion> byContent = Sorting.byContent(text, language);
        if (byContent.isPresent()) {
            leaveOut(byContent.get());
            return;
        }
        String clean = redaction.redact(text, language, redacted);
        SourceFile file =
                new SourceFile(
                        path, language, SourceText.countLines(clean), bytes.length, sha256(bytes));
        files.put(path, StoredText.of(file, clean));
    }

    private void leaveOut(Exclusion reason) {
        excluded.merge(reason, 1, Integer::sum);
    }

    SourceTree done() {
        return new SourceTree(files, excluded, redacted, archiveFiles, archiveBytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
