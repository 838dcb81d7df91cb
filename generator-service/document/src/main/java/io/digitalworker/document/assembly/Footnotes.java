package io.digitalworker.document.assembly;

import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * The places that bear out the sentences of one section, as footnotes behind it: one for each file with
 * its lines, or one for many files together. A label comes from the section and the places, so that
 * other sections and other sentences leave it as it is; the same places have one footnote.
 */
final class Footnotes {
    /** More marks in a row would be read as a number. */
    private static final int MARKS = 2;

    private final String section;
    private final int most;
    private final Map<String, List<String>> placesByLabel = new LinkedHashMap<>();

    /**
     * @param most how many files a footnote names at most; it says that there are more
     */
    Footnotes(String section, int most) {
        this.section = section;
        this.most = most;
    }

    /** Refers to the places of the sentences together, unless they stand there for all to see. */
    void refer(Node parent, Collection<Sentence> sentences) {
        refer(parent, places(sentences));
    }

    /** Refers to these places together. */
    void refer(Node parent, Set<String> places) {
        List<String> files = Places.byFile(places);
        if (files.size() <= MARKS) {
            files.forEach(file -> mark(parent, List.of(file)));
        } else {
            mark(parent, files);
        }
    }

    private void mark(Node parent, List<String> places) {
        String label = section + "-" + hash(String.join("\n", places));
        placesByLabel.putIfAbsent(label, List.copyOf(places));
        parent.appendChild(new FootnoteReference(label));
    }

    /** What the sentences rest on and do not cite themselves. */
    static Set<String> places(Collection<Sentence> sentences) {
        Set<String> places = new LinkedHashSet<>();
        sentences.forEach(sentence -> places.addAll(sentence.evidence()));
        sentences.stream()
                .flatMap(sentence -> sentence.spans().stream())
                .filter(Footnotes::cites)
                .map(Span::shown)
                .forEach(places::remove);
        return places;
    }

    private static boolean cites(Span span) {
        return span instanceof Span.Mention mention && mention.kind() == MentionKind.CITATION;
    }

    /** Appends the footnotes, in the order in which they are first referred to. */
    void appendTo(Node parent) {
        placesByLabel.forEach(
                (label, places) -> {
                    FootnoteDefinition note = new FootnoteDefinition(label);
                    Paragraph paragraph = new Paragraph();
                    for (String place : places.subList(0, Math.min(most, places.size()))) {
                        if (paragraph.getFirstChild() != null) {
                            paragraph.appendChild(new Text(", "));
                        }
                        paragraph.appendChild(new Code(place));
                    }
                    if (places.size() > most) {
                        paragraph.appendChild(new Text(" …"));
                    }
                    note.appendChild(paragraph);
                    parent.appendChild(note);
                });
    }

    private static String hash(String places) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(places.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
