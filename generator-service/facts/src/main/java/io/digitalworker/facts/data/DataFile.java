package io.digitalworker.facts.data;

import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Optional;

/** A structured file as far as it could be read. */
public final class DataFile {
    private final SourceTree tree;
    private final SourceFile file;
    private final SourceText text;
    private final Content content;

    /** What a reader found: documents or an XML element, and why it stopped. */
    record Content(List<DataNode> documents, XmlElement xml, Optional<Unreadable> unreadable) {
        static Content of(DataNode root) {
            return new Content(List.of(root), XmlElement.NONE, Optional.empty());
        }

        static Content broken(int line, String reason) {
            return new Content(
                    List.of(), XmlElement.NONE, Optional.of(new Unreadable(line, reason)));
        }
    }

    DataFile(SourceTree tree, SourceFile file, SourceText text, Content content) {
        this.tree = tree;
        this.file = file;
        this.text = text;
        this.content = content;
    }

    public SourceFile file() {
        return file;
    }

    public String path() {
        return file.path();
    }

    /** The redacted text, which all spans refer to. */
    public String text() {
        return text.text();
    }

    /** The first document; {@link DataNode.Missing} of XML, of an empty and of an unreadable file. */
    public DataNode root() {
        return content.documents().isEmpty() ? DataNode.missing() : content.documents().get(0);
    }

    /** All documents of a YAML file that could be read whole; of other formats at most one. */
    public List<DataNode> documents() {
        return content.documents();
    }

    /**
     * The root element of an XML file, with all that stands before an error; {@link
     * XmlElement#NONE} of other formats and if there is none.
     */
    public XmlElement xml() {
        return content.xml();
    }

    /** Where and why reading ended; empty when the file is as it should be. */
    public Optional<Unreadable> unreadable() {
        return content.unreadable();
    }

    /** The line that a span starts in, counted from 1. */
    public int line(Span span) {
        return Math.max(1, text.lineOf(span.start()));
    }

    /**
     * The lines that a span touches.
     *
     * @throws IllegalArgumentException when the file has no line at all
     */
    public Evidence evidence(Span span) {
        int last = text.lineOf(Math.max(span.start(), span.end() - 1));
        return tree.evidence(file, line(span), Math.max(line(span), last));
    }

    /** The line of an error. */
    public Evidence evidence(Unreadable unreadable) {
        int line = Math.max(1, Math.min(unreadable.line(), file.lines()));
        return tree.evidence(file, line, line);
    }

    @Override
    public String toString() {
        return path();
    }
}
