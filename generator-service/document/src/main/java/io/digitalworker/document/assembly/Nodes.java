package io.digitalworker.document.assembly;

import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.outline.Wording;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Appends typed prose to a commonmark tree. */
final class Nodes {
    private static final int SECTION = 2;
    private static final int SUBSECTION = 3;

    private static final String WHOLE = "the comprehensive document";

    private final Document root;
    private final Outline outline;
    private final Wording wording;
    private Detail detail;
    private Footnotes footnotes = new Footnotes("", 1);

    Nodes(Document root, Outline outline) {
        this.root = root;
        this.outline = outline;
        this.wording = outline.wording();
        this.detail = outline.detail();
    }

    void title(DocumentTree document) {
        Heading title = heading(1);
        title.appendChild(new Text(document.title() + ": " + document.subject()));
        TableBlock table = new TableBlock();
        String heading = wording.say("Document");
        table.appendChild(head(List.of(heading, document.title()), List.of(false, false)));
        TableBody body = new TableBody();
        for (DocumentTree.TitleLine line : document.titleBlock()) {
            TableRow row = new TableRow();
            row.appendChild(cell(false, false, new Text(line.name())));
            row.appendChild(cell(false, false, new Text(oneLine(line.value()))));
            body.appendChild(row);
        }
        table.appendChild(body);
        root.appendChild(table);
    }

    /** A word to the reader, before all sections. */
    void note(String words) {
        BlockQuote note = new BlockQuote();
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(words));
        note.appendChild(paragraph);
        root.appendChild(note);
    }

    /**
     * @param told how much the section tells
     */
    void section(SectionDraft draft, Detail told) {
        detail = told;
        footnotes = new Footnotes(draft.section().id(), detail.places());
        heading(SECTION).appendChild(new Text(draft.section().title()));
        if (draft.blocks().isEmpty()) {
            paragraph(
                    root,
                    List.of(Sentence.of(ClaimClass.EXTRACTED, new Span.Text(draft.reason()))));
        }
        draft.blocks().forEach(this::block);
        footnotes.appendTo(root);
    }

    private Heading heading(int level) {
        Heading heading = new Heading();
        heading.setLevel(level);
        root.appendChild(heading);
        return heading;
    }

    private void block(Block block) {
        if (block instanceof Block.Heading part) {
            spans(heading(SUBSECTION), part.title());
        } else if (block instanceof Block.Paragraph part) {
            paragraph(root, part.of());
        } else if (block instanceof Block.Quotation part) {
            BlockQuote quote = new BlockQuote();
            paragraph(quote, List.of(part.of()));
            root.appendChild(quote);
        } else if (block instanceof Block.Bullets part) {
            bullets(part);
        } else if (block instanceof Block.Table part) {
            table(part);
        } else if (block instanceof Block.LeftOut part) {
            leftOut(part.names());
        } else if (block instanceof Block.Listing part) {
            listing(part);
        } else if (block instanceof Block.Figure part) {
            figure(part);
        }
    }

    private void paragraph(Node parent, List<Sentence> sentences) {
        Paragraph paragraph = new Paragraph();
        for (Sentence sentence : sentences) {
            if (paragraph.getFirstChild() != null) {
                paragraph.appendChild(new Text(" "));
            }
            spans(paragraph, sentence);
            mark(paragraph, sentence);
            footnotes.refer(paragraph, List.of(sentence));
        }
        parent.appendChild(paragraph);
    }

    private void figure(Block.Figure part) {
        FigureBlock figure = new FigureBlock(part.diagram(), outline.diagrams());
        Paragraph caption = new Paragraph();
        spans(caption, part.caption());
        mark(caption, part.caption());
        boolean told = !part.caption().evidence().isEmpty();
        footnotes.refer(caption, told ? List.of(part.caption()) : part.sentences().toList());
        figure.appendChild(caption);
        root.appendChild(figure);
    }

    /** What is not simply extracted says so. */
    private static void mark(Node parent, Sentence sentence) {
        if (sentence.claimClass() != ClaimClass.EXTRACTED) {
            parent.appendChild(new Text(" "));
            Emphasis emphasis = new Emphasis("*");
            emphasis.appendChild(new Text("(" + sentence.claimClass().key() + ")"));
            parent.appendChild(emphasis);
        }
    }

    private void bullets(Block.Bullets bullets) {
        BulletList list = new BulletList();
        list.setMarker("-");
        list.setTight(true);
        for (Sentence sentence : bullets.items()) {
            ListItem item = new ListItem();
            paragraph(item, List.of(sentence));
            list.appendChild(item);
        }
        root.appendChild(list);
    }

    private void listing(Block.Listing part) {
        FencedCodeBlock code = new FencedCodeBlock();
        code.setFenceCharacter("`");
        code.setOpeningFenceLength(3);
        code.setInfo(part.language());
        code.setLiteral(
                part.lines().stream()
                        .map(line -> line.shown().replaceAll("\\p{Cntrl}", "") + "\n")
                        .collect(Collectors.joining()));
        root.appendChild(code);
        Paragraph source = new Paragraph();
        footnotes.refer(source, part.lines());
        if (source.getFirstChild() != null) {
            source.prependChild(new Text(wording.say("Source")));
            root.appendChild(source);
        }
    }

    private void table(Block.Table part) {
        TableBlock table = new TableBlock();
        table.appendChild(head(part.header(), part.numeric()));
        TableBody body = new TableBody();
        Optional<Sentence> all = weakestOfAll(part.rows());
        all.ifPresent(weakest -> mark(firstCell(table), weakest));
        Set<String> shared = shared(part.rows());
        footnotes.refer(firstCell(table), shared);
        for (List<Sentence> sentences : part.rows()) {
            Set<String> own = Footnotes.places(sentences);
            own.removeAll(shared);
            body.appendChild(row(sentences, part.numeric(), all.isEmpty(), own));
        }
        table.appendChild(body);
        root.appendChild(table);
    }

    /** The first names, how many more there are, and where they are all told. */
    private void leftOut(List<Sentence> all) {
        Set<String> seen = new HashSet<>();
        List<Sentence> names = all.stream().filter(name -> seen.add(name.shown())).toList();
        int most = detail.places();
        int shown = names.size() <= most + 1 ? names.size() : most;
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(wording.say("Left out of the table for its length:") + " "));
        for (int i = 0; i < shown; i++) {
            paragraph.appendChild(new Text(i == 0 ? "" : ", "));
            spans(paragraph, names.get(i));
        }
        String end = ".";
        if (shown < names.size()) {
            String where = detail == Detail.COMPREHENSIVE ? "facts.json" : WHOLE;
            end =
                    wording.say(" and {n} more; all are in {where}.")
                            .replace("{n}", Integer.toString(names.size() - shown))
                            .replace("{where}", wording.say(where));
        }
        paragraph.appendChild(new Text(end));
        root.appendChild(paragraph);
    }

    /** Class and places are told once for the whole row, where its first words stand. */
    private TableRow row(
            List<Sentence> sentences, List<Boolean> numeric, boolean marked, Set<String> places) {
        TableRow row = new TableRow();
        boolean told = false;
        for (int i = 0; i < sentences.size(); i++) {
            TableCell cell = cell(false, numeric.get(i), new Text(""));
            cell.getFirstChild().unlink();
            spans(cell, sentences.get(i));
            if (!told && !numeric.get(i) && cell.getFirstChild() != null) {
                if (marked) {
                    weakest(sentences).ifPresent(weakest -> mark(cell, weakest));
                }
                footnotes.refer(cell, places);
                told = true;
            }
            row.appendChild(cell);
        }
        return row;
    }

    private static Optional<Sentence> weakest(List<Sentence> sentences) {
        return sentences.stream()
                .filter(sentence -> sentence.claimClass() != ClaimClass.EXTRACTED)
                .max(Comparator.comparing(Sentence::claimClass));
    }

    /** Where all rows are of one class, the head tells it for them. */
    private static Optional<Sentence> weakestOfAll(List<List<Sentence>> rows) {
        List<Optional<Sentence>> marks = rows.stream().map(Nodes::weakest).toList();
        boolean alike =
                marks.stream().map(mark -> mark.map(Sentence::claimClass)).distinct().count() == 1;
        return alike ? marks.get(0) : Optional.empty();
    }

    /** What every row rests on is told once, in the head. */
    private static Set<String> shared(List<List<Sentence>> rows) {
        Set<String> shared = new LinkedHashSet<>();
        if (rows.size() > 1) {
            shared.addAll(Footnotes.places(rows.get(0)));
            rows.forEach(row -> shared.retainAll(Footnotes.places(row)));
        }
        return shared;
    }

    private static Node firstCell(TableBlock table) {
        return table.getFirstChild().getFirstChild().getFirstChild();
    }

    private static TableHead head(List<String> names, List<Boolean> numeric) {
        TableHead head = new TableHead();
        TableRow row = new TableRow();
        for (int i = 0; i < names.size(); i++) {
            row.appendChild(cell(true, numeric.get(i), new Text(names.get(i))));
        }
        head.appendChild(row);
        return head;
    }

    private static TableCell cell(boolean header, boolean numeric, Node content) {
        TableCell cell = new TableCell();
        cell.setHeader(header);
        cell.setAlignment(numeric ? TableCell.Alignment.RIGHT : TableCell.Alignment.LEFT);
        cell.appendChild(content);
        return cell;
    }

    private static void spans(Node parent, Sentence sentence) {
        for (Span span : sentence.spans()) {
            if (!span.shown().isEmpty()) {
                append(parent, node(span));
            }
        }
    }

    /** Words that follow words are one text, so that no line ends between them and a comma. */
    private static void append(Node parent, Node next) {
        if (next instanceof Text more && parent.getLastChild() instanceof Text last) {
            last.setLiteral(last.getLiteral() + more.getLiteral());
        } else {
            parent.appendChild(next);
        }
    }

    private static Node node(Span span) {
        if (!(span instanceof Span.Mention mention)) {
            String words = oneLine(span.shown());
            return new Text(span instanceof Span.Quote ? words.strip() : words);
        }
        return switch (mention.kind()) {
            case SYMBOL, SIGNATURE, FACT, FILE, MODULE -> new Code(oneLine(mention.shown()));
            case CITATION -> new Code(Places.byFile(List.of(oneLine(mention.shown()))).get(0));
            case SECTION -> link(mention);
            default -> new Text(oneLine(mention.shown()));
        };
    }

    private static Node link(Span.Mention mention) {
        Link link = new Link("#" + Headings.anchor(mention.shown()), null);
        link.appendChild(new Text(mention.shown()));
        return link;
    }

    /** White space of any kind becomes one blank, control characters vanish. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
    }
}
