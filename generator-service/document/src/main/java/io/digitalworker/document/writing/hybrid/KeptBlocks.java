package io.digitalworker.document.writing.hybrid;

import io.digitalworker.document.existing.InlineText;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Markdown as typed prose: all words are quotes; a name in code style is a mention if the code has it,
 * else only quoted, and the sentence says that somebody has to look.
 */
final class KeptBlocks {
    private static final String SOURCE = "existing";

    private final NamesInCode names;

    KeptBlocks(NamesInCode names) {
        this.names = names;
    }

    List<Block> of(List<Node> nodes) {
        List<Block> blocks = new ArrayList<>();
        nodes.forEach(node -> add(node, blocks));
        return blocks;
    }

    private void add(Node node, List<Block> blocks) {
        if (node instanceof Heading) {
            sentence(node).ifPresent(title -> blocks.add(new Block.Heading(title)));
        } else if (node instanceof ListBlock) {
            items(node, blocks);
        } else if (node instanceof TableBlock table) {
            table(table, blocks);
        } else if (node instanceof BlockQuote) {
            sentence(node).ifPresent(words -> blocks.add(new Block.Quotation(words)));
        } else if (node instanceof FencedCodeBlock code) {
            listing(code.getInfo() == null ? "" : code.getInfo(), code.getLiteral(), blocks);
        } else if (node instanceof IndentedCodeBlock code) {
            listing("", code.getLiteral(), blocks);
        } else if (node instanceof HtmlBlock html) {
            listing("html", html.getLiteral(), blocks);
        } else {
            sentence(node).ifPresent(s -> blocks.add(new Block.Paragraph(List.of(s))));
        }
    }

    /** Lists within lists lie flat. */
    private void items(Node list, List<Block> blocks) {
        List<Sentence> items = new ArrayList<>();
        InlineText.nodes(
                list,
                node -> {
                    if (node instanceof Paragraph) {
                        sentence(node).ifPresent(items::add);
                    }
                });
        if (!items.isEmpty()) {
            blocks.add(new Block.Bullets(items));
        }
    }

    private void table(Node table, List<Block> blocks) {
        List<List<Sentence>> rows = new ArrayList<>();
        InlineText.nodes(
                table,
                node -> {
                    if (node instanceof TableRow) {
                        rows.add(cells(node));
                    }
                });
        int width = rows.isEmpty() ? 0 : rows.get(0).size();
        if (rows.size() > 1 && width > 0) {
            List<String> header = rows.get(0).stream().map(Sentence::shown).toList();
            List<List<Sentence>> body =
                    rows.subList(1, rows.size()).stream().map(row -> fit(row, width)).toList();
            blocks.add(new Block.Table(header, Collections.nCopies(width, false), body));
        }
    }

    private List<Sentence> cells(Node row) {
        List<Sentence> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(sentence(cell).orElseGet(KeptBlocks::nothing));
        }
        return cells;
    }

    private static List<Sentence> fit(List<Sentence> row, int width) {
        List<Sentence> fit = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
        while (fit.size() < width) {
            fit.add(nothing());
        }
        return fit;
    }

    private static Sentence nothing() {
        return Sentence.of(ClaimClass.EXTRACTED, new Span.Text(""));
    }

    private static void listing(String language, String literal, List<Block> blocks) {
        List<Sentence> lines =
                literal.lines()
                        .map(line -> new Span.Quote(SOURCE, line))
                        .map(line -> Sentence.of(ClaimClass.EXTRACTED, line))
                        .toList();
        if (!lines.isEmpty()) {
            blocks.add(new Block.Listing(language.replaceAll("[^A-Za-z0-9+-].*", ""), lines));
        }
    }

    private Optional<Sentence> sentence(Node block) {
        List<Span> spans = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        InlineText.nodes(
                block,
                node -> {
                    String literal = InlineText.literal(node);
                    if (node instanceof Code && literal != null) {
                        code(literal, spans, evidence, unknown);
                    } else if (literal != null) {
                        words(literal, spans);
                    }
                });
        if (spans.stream().allMatch(span -> span.shown().isBlank())) {
            return Optional.empty();
        }
        return Optional.of(
                new Sentence(spans, sure(spans, unknown), evidence.stream().distinct().toList()));
    }

    /** That the names are there does not make the sentence true: somebody has written it. */
    private static ClaimClass sure(List<Span> spans, List<String> unknown) {
        if (!unknown.isEmpty()) {
            return ClaimClass.NEEDS_SME;
        }
        return spans.stream().anyMatch(Span.Mention.class::isInstance)
                ? ClaimClass.ASSUMED
                : ClaimClass.EXTRACTED;
    }

    private void code(String name, List<Span> spans, List<String> evidence, List<String> unknown) {
        Optional<NamesInCode.Known> known = names.find(name);
        known.ifPresent(found -> evidence.add(found.evidence()));
        if (known.isEmpty() && NamedThings.isName(name)) {
            unknown.add(name);
        }
        Optional<Span> mention = known.flatMap(NamesInCode.Known::mention);
        mention.filter(span -> span.shown().equals(name))
                .ifPresentOrElse(spans::add, () -> words(name, spans));
    }

    /** Blanks at the ends are ours: those of a quote are not shown. */
    private static void words(String literal, List<Span> spans) {
        String stripped = literal.strip();
        if (stripped.isEmpty()) {
            spans.add(new Span.Text(" "));
            return;
        }
        int start = literal.indexOf(stripped);
        if (start > 0) {
            spans.add(new Span.Text(" "));
        }
        spans.add(new Span.Quote(SOURCE, stripped));
        if (start + stripped.length() < literal.length()) {
            spans.add(new Span.Text(" "));
        }
    }
}
