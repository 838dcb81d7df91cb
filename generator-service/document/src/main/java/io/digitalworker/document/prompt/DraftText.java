package io.digitalworker.document.prompt;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a model of the extractive draft, in the form in which it answers itself. */
final class DraftText {
    /** Characters of a piece at most, from the roomiest to the tightest. */
    private static final List<Integer> WIDTHS = List.of(900, 300, 100);

    private static final int ROWS = 6;

    private final Handles handles;
    private final Mentions mentions;

    DraftText(Handles handles, Mentions mentions) {
        this.handles = handles;
        this.mentions = mentions;
    }

    /** A line per piece and per question, as many as have room. */
    String of(List<Piece> pieces, List<Question> questions, Room room) {
        for (int width : WIDTHS) {
            Optional<String> all = room.all(lines(pieces, questions, width));
            if (all.isPresent()) {
                return all.get();
            }
        }
        return room.first(lines(pieces, questions, WIDTHS.get(WIDTHS.size() - 1)));
    }

    private Stream<String> lines(List<Piece> pieces, List<Question> questions, int width) {
        return Stream.concat(
                pieces.stream().map(piece -> Plain.shortened(line(piece), width) + "\n"),
                questions.stream().map(each -> Plain.shortened(line(each), width) + "\n"));
    }

    private String line(Question question) {
        return "asked of the " + question.role() + ": " + words(question.sentence());
    }

    private String line(Piece piece) {
        String heading =
                piece.heading().map(each -> " under \"" + words(each.title()) + '"').orElse("");
        String fate = piece.carries() ? ", stays: " : ", yours to write anew: ";
        return piece.handle()
                + heading
                + fate
                + piece.blocks().stream().map(this::block).collect(Collectors.joining("; "));
    }

    private String block(Block block) {
        if (block instanceof Block.Table table) {
            return "table of " + String.join(" | ", table.header()) + first(table);
        } else if (block instanceof Block.Figure figure) {
            return "picture, " + words(figure.caption());
        } else if (block instanceof Block.Heading heading) {
            return "heading \"" + words(heading.title()) + '"';
        } else if (block instanceof Block.Quotation) {
            return "quotation";
        } else if (block instanceof Block.LeftOut) {
            return "names of what the table leaves out";
        } else if (block instanceof Block.Listing) {
            return "listing";
        }
        return block.sentences().map(this::told).collect(Collectors.joining(" "));
    }

    private String first(Block.Table table) {
        String rows =
                table.rows().stream()
                        .limit(ROWS)
                        .map(row -> words(row.get(0)))
                        .collect(Collectors.joining("; "));
        return table.rows().size() > ROWS ? ": " + rows + " and so on" : ": " + rows;
    }

    private String told(Sentence sentence) {
        String evidence =
                sentence.evidence().stream()
                        .map(handles::place)
                        .flatMap(Optional::stream)
                        .map(handles.places::find)
                        .flatMap(Optional::stream)
                        .limit(ROWS)
                        .collect(Collectors.joining(" "));
        return words(sentence) + (evidence.isEmpty() ? "" : " [" + evidence + "]");
    }

    private String words(Sentence sentence) {
        return sentence.spans().stream().map(this::words).collect(Collectors.joining());
    }

    private String words(Span span) {
        return span instanceof Span.Quote ? "(quotation)" : mentions.written(span);
    }
}
