package io.digitalworker.document.existing;

import java.util.function.Consumer;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The text of nodes, without any recursion: people nest as they like. */
public final class InlineText {
    private InlineText() {}

    /** All text within a node, in one line. */
    public static String of(Node node) {
        StringBuilder text = new StringBuilder();
        leaves(node, text::append);
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    /** Hands out each run of text within a node, in order. */
    public static void leaves(Node root, Consumer<String> out) {
        nodes(
                root,
                node -> {
                    String literal = literal(node);
                    if (literal != null) {
                        out.accept(literal);
                    }
                });
    }

    /** Hands out all nodes below a node, in order. */
    public static void nodes(Node root, Consumer<Node> out) {
        Node node = root.getFirstChild();
        while (node != null) {
            out.accept(node);
            node = next(node, root);
        }
    }

    private static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != null && up != root && up.getNext() == null) {
            up = up.getParent();
        }
        return up == null || up == root ? null : up.getNext();
    }

    /** What a node itself says; null if only its children say something. */
    public static @Nullable String literal(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof HtmlInline html) {
            return html.getLiteral();
        }
        if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            return " ";
        }
        if (node instanceof FencedCodeBlock code) {
            return code.getLiteral();
        }
        if (node instanceof IndentedCodeBlock code) {
            return code.getLiteral();
        }
        return node instanceof HtmlBlock html ? html.getLiteral() : null;
    }
}
