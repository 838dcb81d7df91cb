package io.digitalworker.document.assembly;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.List;
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

    private final Document root;

    Nodes(Document root) {
        this.root = root;
    }

    void title(DocumentTree document) {
        Heading title = heading(1);
        title.appendChild(new Text(document.title() + ": " + document.subject()));
        TableBlock table = new TableBlock();
        table.appendChild(head(List.of("Document", document.title()), List.of(false, false)));
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

    void section(SectionDraft draft) {
        heading(SECTION).appendChild(new Text(draft.section().title()));
        if (draft.blocks().isEmpty()) {
            paragraph(
                    root,
                    List.of(Sentence.of(ClaimClass.EXTRACTED, new Span.Text(draft.reason()))));
        }
        draft.blocks().forEach(this::block);
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
        }
    }

    private static void paragraph(Node parent, List<Sentence> sentences) {
        Paragraph paragraph = new Paragraph();
        for (Sentence sentence : sentences) {
            if (paragraph.getFirstChild() != null) {
                paragraph.appendChild(new Text(" "));
            }
            spans(paragraph, sentence);
            mark(paragraph, sentence);
        }
        parent.appendChild(paragraph);
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

    private void table(Block.Table part) {
        TableBlock table = new TableBlock();
        table.appendChild(head(part.header(), part.numeric()));
        TableBody body = new TableBody();
        for (List<Sentence> sentences : part.rows()) {
            TableRow row = new TableRow();
            for (int i = 0; i < sentences.size(); i++) {
                TableCell cell = cell(false, part.numeric().get(i), new Text(""));
                cell.getFirstChild().unlink();
                spans(cell, sentences.get(i));
                row.appendChild(cell);
            }
            body.appendChild(row);
        }
        table.appendChild(body);
        root.appendChild(table);
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
                parent.appendChild(node(span));
            }
        }
    }

    private static Node node(Span span) {
        if (!(span instanceof Span.Mention mention)) {
            String words = oneLine(span.shown());
            return new Text(span instanceof Span.Quote ? words.strip() : words);
        }
        return switch (mention.kind()) {
            case SYMBOL, SIGNATURE, FILE, CITATION, MODULE -> new Code(oneLine(mention.shown()));
            case SECTION -> link(mention);
            default -> new Text(oneLine(mention.shown()));
        };
    }

    private static Node link(Span.Mention mention) {
        Link link = new Link("#" + mention.id(), null);
        link.appendChild(new Text(mention.shown()));
        return link;
    }

    /** White space of any kind becomes one blank, control characters vanish. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
    }
}
