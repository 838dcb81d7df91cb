package io.digitalworker.document.prose;

import io.digitalworker.document.diagram.Diagram;
import java.util.List;
import java.util.stream.Stream;

/** A part of a section. */
public sealed interface Block {
    /** All sentences, in reading order. */
    Stream<Sentence> sentences();

    /** Sentences that belong together. */
    record Paragraph(List<Sentence> of) implements Block {
        public Paragraph {
            of = List.copyOf(of);
        }

        @Override
        public Stream<Sentence> sentences() {
            return of.stream();
        }
    }

    /** A heading below the section's own. */
    record Heading(Sentence title) implements Block {
        @Override
        public Stream<Sentence> sentences() {
            return Stream.of(title);
        }
    }

    /** Items without an order. */
    record Bullets(List<Sentence> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }

        @Override
        public Stream<Sentence> sentences() {
            return items.stream();
        }
    }

    /** Words of somebody else, set apart. */
    record Quotation(Sentence of) implements Block {
        @Override
        public Stream<Sentence> sentences() {
            return Stream.of(of);
        }
    }

    /**
     * A table.
     *
     * @param numeric which columns hold numbers, by position
     */
    record Table(List<String> header, List<Boolean> numeric, List<List<Sentence>> rows)
            implements Block {
        public Table {
            header = List.copyOf(header);
            numeric = List.copyOf(numeric);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Sentence> row : rows) {
                if (row.size() != header.size() || numeric.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells under " + header);
                }
            }
        }

        @Override
        public Stream<Sentence> sentences() {
            return rows.stream().flatMap(List::stream);
        }
    }

    /**
     * What a table before it has no room for. Each is checked as a sentence is; a reader is shown the
     * first ones and how many more there are.
     *
     * @param names the first cell of each row
     */
    record LeftOut(List<Sentence> names) implements Block {
        public LeftOut {
            names = List.copyOf(names);
        }

        @Override
        public Stream<Sentence> sentences() {
            return names.stream();
        }
    }

    /**
     * Lines in a fixed pitch, such as an example of a message. Each line is checked as a sentence is.
     *
     * @param language as in a code block of Markdown, such as {@code json}; empty for none
     */
    record Listing(String language, List<Sentence> lines) implements Block {
        public Listing {
            lines = List.copyOf(lines);
        }

        @Override
        public Stream<Sentence> sentences() {
            return lines.stream();
        }
    }

    /** A picture of facts, with the words below it. */
    record Figure(Diagram diagram, Sentence caption) implements Block {
        @Override
        public Stream<Sentence> sentences() {
            return Stream.concat(diagram.sentences(), Stream.of(caption));
        }
    }
}
