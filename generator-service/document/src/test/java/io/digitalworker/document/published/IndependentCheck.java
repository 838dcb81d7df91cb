package io.digitalworker.document.published;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads a published document as its readers get it, and the archive as it was submitted. Shares no code
 * with what wrote or verified the document: everything here is text and regular expressions.
 */
final class IndependentCheck {
    private static final Pattern FENCE = Pattern.compile("(?ms)^( *)(```+|~~~+).*?^ *\\2[`~]* *$");
    private static final Pattern CODE =
            Pattern.compile("(?s)(?<![`\\\\])(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
    private static final Pattern CITATION =
            Pattern.compile("(.+?):(L\\d+(?:-L?\\d+)?(?:, L\\d+(?:-L?\\d+)?)*)");
    private static final Pattern LINES = Pattern.compile("L(\\d+)(?:-L?(\\d+))?");
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\]\\(<?([^)\\s>]+)>?[^)]*\\)");
    private static final Pattern NOTE = Pattern.compile("(?<!\\\\)\\[\\^([^\\]\\s]+)](:?)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#* *$");
    private static final Pattern ANCHOR = Pattern.compile("(?:id|name)=\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");
    private static final Pattern ROUTE = Pattern.compile("(?:[A-Z]+ )?/\\S*");
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY");

    private final Map<String, String> files = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> lowerCaseWords = new HashSet<>();
    private final String descriptor;

    /** What is wrong, in words. */
    final List<String> unknownIdentifiers = new ArrayList<>();

    final List<String> invalidCitations = new ArrayList<>();
    final List<String> brokenLinks = new ArrayList<>();
    int identifiers;
    int citations;
    int links;

    IndependentCheck(Path zip, String descriptor) throws IOException {
        this.descriptor = descriptor;
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : archive.stream().toList()) {
                if (!entry.isDirectory()) {
                    byte[] bytes = archive.getInputStream(entry).readAllBytes();
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    files.put(entry.getName(), text);
                    learn(entry.getName());
                    learn(text);
                }
            }
        }
        learn(descriptor);
    }

    private void learn(String text) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
            lowerCaseWords.add(word.group().toLowerCase(Locale.ROOT));
        }
    }

    void read(String markdown, Set<String> otherFiles) {
        String prose = FENCE.matcher(markdown).replaceAll("");
        Matcher code = CODE.matcher(prose);
        while (code.find()) {
            inlineCode(code.group(2).strip().replace("\\|", "|"));
        }
        String plain = CODE.matcher(prose).replaceAll("code");
        links(plain, anchors(prose), otherFiles);
        notes(plain);
    }

    private void inlineCode(String code) {
        Matcher citation = CITATION.matcher(code);
        if (citation.matches()) {
            Matcher lines = LINES.matcher(citation.group(2));
            while (lines.find()) {
                citations++;
                String last = lines.group(2) == null ? lines.group(1) : lines.group(2);
                if (!valid(citation.group(1), lines.group(1), last)) {
                    invalidCitations.add(code);
                }
            }
            return;
        }
        identifiers++;
        if (!known(code)) {
            unknownIdentifiers.add(code);
        }
    }

    private boolean valid(String path, String first, String last) {
        String text = files.get(path);
        return text != null
                && Integer.parseInt(first) >= 1
                && Integer.parseInt(first) <= Integer.parseInt(last)
                && Integer.parseInt(last) <= text.split("\r\n|\r|\n", -1).length;
    }

    /** As it stands, or, put together of several places, word for word; routes in any case. */
    private boolean known(String code) {
        if (code.equals("/")
                || descriptor.contains(code)
                || files.keySet().stream().anyMatch(path -> path.contains(code))
                || files.values().stream().anyMatch(text -> text.contains(code))) {
            return true;
        }
        boolean route = ROUTE.matcher(code).matches();
        Matcher word = WORD.matcher(code.replaceAll("[\\p{L}\\p{N}_$]*…", " "));
        boolean any = false;
        while (word.find()) {
            any = true;
            String each = word.group();
            boolean there =
                    words.contains(each)
                            || (route && METHODS.contains(each))
                            || (route && lowerCaseWords.contains(each.toLowerCase(Locale.ROOT)))
                            || (route && withinAWord(each.toLowerCase(Locale.ROOT)));
            if (!there) {
                return false;
            }
        }
        return any;
    }

    /** {@code [controller]} makes a part of a route of a part of a class's name. */
    private boolean withinAWord(String part) {
        return part.length() > 2 && lowerCaseWords.stream().anyMatch(word -> word.startsWith(part));
    }

    private static Set<String> anchors(String prose) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        Matcher heading = HEADING.matcher(prose);
        while (heading.find()) {
            String slug =
                    heading.group(1)
                            .replaceAll("\\\\(\\p{Punct})", "$1")
                            .replaceAll("`", "")
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                            .strip()
                            .replace(' ', '-');
            int times = seen.merge(slug, 1, Integer::sum) - 1;
            anchors.add(times == 0 ? slug : slug + "-" + times);
        }
        Matcher explicit = ANCHOR.matcher(prose);
        while (explicit.find()) {
            anchors.add(explicit.group(1));
        }
        return anchors;
    }

    private void links(String plain, Set<String> anchors, Set<String> otherFiles) {
        Matcher link = LINK.matcher(plain);
        while (link.find()) {
            links++;
            String target = link.group(1);
            boolean there =
                    target.startsWith("#")
                            ? anchors.contains(target.substring(1))
                            : otherFiles.contains(target);
            if (!there) {
                brokenLinks.add(target);
            }
        }
    }

    /** A mark of a footnote without the note leads nowhere, and so does a note without a mark. */
    private void notes(String plain) {
        Set<String> marks = new TreeSet<>();
        Set<String> notes = new TreeSet<>();
        Matcher note = NOTE.matcher(plain);
        while (note.find()) {
            boolean definition =
                    !note.group(2).isEmpty()
                            && (note.start() == 0 || plain.charAt(note.start() - 1) == '\n');
            (definition ? notes : marks).add(note.group(1));
        }
        links += marks.size();
        marks.stream().filter(m -> !notes.contains(m)).forEach(m -> brokenLinks.add("[^" + m));
        notes.stream()
                .filter(n -> !marks.contains(n))
                .forEach(n -> brokenLinks.add("[^" + n + ":"));
    }
}
