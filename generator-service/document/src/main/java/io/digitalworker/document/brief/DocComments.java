package io.digitalworker.document.brief;

import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What authors wrote above a declaration or in a README, as quotes: word for word, a line each. Lines
 * with mark-up in them are not quoted.
 */
public final class DocComments {
    private static final int LINES = 12;
    private static final int QUOTED = 4;
    private static final int README_LINES = 60;

    /** The words of a line of a comment, without what makes it one. */
    private static final Pattern COMMENT =
            Pattern.compile(
                    "^\\s*(?:///?|/\\*\\*?|\\*(?!/)|#+(?!\\[)|\"\"\")\\s?(?:<summary>)?\\s*(.*?)\\s*"
                            + "(?:</summary>)?(?:\\*/|\"\"\")?\\s*$");

    private static final Pattern MARKUP =
            Pattern.compile("[<>{}@`|\\[\\]*]|https?:|^-|^eslint|^tslint");
    private static final Pattern PROSE = Pattern.compile("[A-Z].{38,300}\\.");

    /** Tells the reader what to do, or leans on what stands before it, and not what the thing is. */
    private static final Pattern ADVICE =
            Pattern.compile(
                    "(?:You|Your|To|If|Please|Note|When|Once|After|Before|It|They|Then|Next|First|Run"
                            + "|Install|Make|See|Use|Click|Open|Alternatively|However|Also)\\b.*");

    private final SourceTree tree;

    DocComments(SourceTree tree) {
        this.tree = tree;
    }

    /** The first sentence of the comment that belongs to a declaration; empty if there is none. */
    public List<Span.Quote> of(Evidence declaration) {
        Optional<SourceFile> file = tree.file(declaration.path());
        if (file.isEmpty()) {
            return List.of();
        }
        SourceText text = tree.text(file.get());
        List<Integer> lines = new ArrayList<>();
        int line = declaration.startLine() - 1;
        while (line >= 1 && lines.size() < LINES && comment(text.line(line))) {
            lines.add(line--);
        }
        Collections.reverse(lines);
        int inside = declaration.startLine() + 1;
        if (lines.isEmpty()
                && inside <= declaration.endLine()
                && text.line(inside).strip().startsWith("\"\"\"")) {
            lines.add(inside);
        }
        return sentence(declaration.path(), text, lines);
    }

    private static boolean comment(String line) {
        String start = line.strip();
        return start.startsWith("//")
                || start.startsWith("*")
                || start.startsWith("/*")
                || (start.startsWith("#") && !start.startsWith("#["));
    }

    private static List<Span.Quote> sentence(String path, SourceText text, List<Integer> lines) {
        List<Span.Quote> quotes = new ArrayList<>();
        for (int line : lines) {
            Matcher words = COMMENT.matcher(text.line(line));
            String shown = words.matches() ? words.group(1).strip() : "";
            if (shown.isEmpty() || shown.startsWith("<")) {
                if (quotes.isEmpty()) {
                    continue;
                }
                break;
            }
            if (MARKUP.matcher(shown).find() || quotes.size() == QUOTED) {
                return List.of();
            }
            int end = shown.indexOf(". ");
            quotes.add(quote(path, line, end < 0 ? shown : shown.substring(0, end + 1)));
            if (end >= 0 || shown.endsWith(".")) {
                break;
            }
        }
        return quotes;
    }

    private static Span.Quote quote(String path, int line, String words) {
        return new Span.Quote(path + ":L" + line + "-L" + line, words);
    }

    /**
     * The words in the lines of a place that a pattern finds, each once with its line.
     *
     * @param words its first group is what is quoted
     */
    public List<Span.Quote> in(Evidence place, Pattern words) {
        List<Span.Quote> quotes = new ArrayList<>();
        Optional<SourceText> text = tree.file(place.path()).map(tree::text);
        for (int line = place.startLine(); text.isPresent() && line <= place.endLine(); line++) {
            Matcher found = words.matcher(text.get().line(line));
            if (found.find()) {
                Span.Quote quote = quote(place.path(), line, found.group(1));
                if (quotes.stream().noneMatch(q -> q.shown().equals(quote.shown()))) {
                    quotes.add(quote);
                }
            }
        }
        return quotes;
    }

    /** A line of prose of the README next to a file, or above it; empty if there is none. */
    public Optional<Span.Quote> readme(String path) {
        String directory = path;
        while (true) {
            int slash = directory.lastIndexOf('/');
            directory = slash < 0 ? "" : directory.substring(0, slash);
            String prefix = directory.isEmpty() ? "" : directory + "/";
            for (String name : List.of("README.md", "readme.md", "Readme.md")) {
                Optional<Span.Quote> found = tree.file(prefix + name).flatMap(this::passage);
                if (found.isPresent()) {
                    return found;
                }
            }
            if (directory.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private Optional<Span.Quote> passage(SourceFile readme) {
        if (readme.language() != Language.MARKDOWN) {
            return Optional.empty();
        }
        SourceText text = tree.text(readme);
        for (int line = 1; line <= Math.min(README_LINES, readme.lines()); line++) {
            String words = text.line(line).strip();
            int end = words.indexOf(". ");
            String first = end < 0 ? words : words.substring(0, end + 1);
            for (String shown : List.of(words, first)) {
                if (tells(shown)) {
                    return Optional.of(quote(readme.path(), line, shown));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean tells(String words) {
        return PROSE.matcher(words).matches()
                && !MARKUP.matcher(words).find()
                && !ADVICE.matcher(words).matches();
    }
}
