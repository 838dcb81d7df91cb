package io.digitalworker.document.assembly;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** The headings of a tree as targets of links: those that GitHub makes of a Markdown file. */
public final class Headings {
    private final IdentityHashMap<Heading, String> anchors = new IdentityHashMap<>();

    /** Of the headings below the root. */
    public Headings(Node root) {
        Map<String, Integer> seen = new HashMap<>();
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                String anchor = anchor(text(heading));
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.put(heading, before == 0 ? anchor : anchor + "-" + before);
            }
        }
    }

    /** The target of a link to this heading. */
    public String anchor(Heading heading) {
        return Objects.requireNonNull(anchors.get(heading), "a heading of another tree");
    }

    /** Whether a link may lead there. */
    public boolean has(String anchor) {
        return anchors.containsValue(anchor);
    }

    /** What the first heading of this title is linked as. */
    static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                .strip()
                .replace(' ', '-');
    }

    /** All text within a node. */
    public static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text part) {
                        text.append(part.getLiteral());
                    }

                    @Override
                    public void visit(Code part) {
                        text.append(part.getLiteral());
                    }
                });
        return text.toString();
    }
}
