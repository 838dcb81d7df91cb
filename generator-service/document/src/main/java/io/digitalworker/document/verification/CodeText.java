package io.digitalworker.document.verification;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file taken apart: the names that its code uses, by line, and what people wrote in it, which are
 * comments, literals and the text of elements. Of a file that is no code all is written by people.
 */
record CodeText(NavigableMap<Integer, List<String>> names, List<String> prose) {
    static CodeText of(SourceFile file, SourceText text) {
        Dialect dialect = Dialect.of(file.language());
        if (dialect == null) {
            return new CodeText(new TreeMap<>(), List.of(text.text()));
        }
        NavigableMap<Integer, List<String>> names = new TreeMap<>();
        List<String> prose = new ArrayList<>();
        Tokens tokens = dialect.profile().tokens(text.text());
        StringBuilder element = new StringBuilder();
        for (int i = 0; i <= tokens.size(); i++) {
            prose(text.text().substring(tokens.end(i - 1), tokens.start(i)), prose);
            if (tokens.inElement(i) && tokens.isWord(i)) {
                element.append(tokens.word(i)).append(' ');
            } else if (tokens.isWord(i)) {
                int line = text.lineOf(tokens.start(i));
                names.computeIfAbsent(line, any -> new ArrayList<>()).add(tokens.word(i));
            } else if (tokens.isString(i)) {
                prose(tokens.word(i), prose);
            }
        }
        prose(element.toString(), prose);
        return new CodeText(names, prose);
    }

    private static void prose(@Nullable String words, List<String> prose) {
        if (words != null && !words.isBlank()) {
            prose.add(words);
        }
    }

    /** The names in some of its lines. */
    List<String> names(Place lines) {
        Collection<List<String>> found =
                names.subMap(lines.first(), true, lines.last(), true).values();
        return found.stream().flatMap(List::stream).toList();
    }
}
