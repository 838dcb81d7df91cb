package io.digitalworker.facts.data;

import io.digitalworker.facts.data.XmlElement.Attribute;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * XML with its places. The JDK's readers do not serve here: the offsets that StAX tells are wrong
 * behind any entity, and it gives none for attributes. There are no document types and no external
 * entities: a declaration is passed over, and an entity that XML does not know stays as it is written.
 */
final class XmlReader {
    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private XmlElement root = XmlElement.NONE;
    private @Nullable Unreadable failure;
    private int at;

    /** An element whose end tag is still to come. */
    private static final class Open {
        private final String name;
        private final List<Attribute> attributes;
        private final Span head;
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String name, List<Attribute> attributes, Span head) {
            this.name = name;
            this.attributes = attributes;
            this.head = head;
        }

        XmlElement closed(int end) {
            String local = name.substring(name.indexOf(':') + 1);
            Span span = new Span(head.start(), end);
            return new XmlElement(
                    local.isEmpty() ? name : local,
                    attributes,
                    children,
                    text.toString().strip(),
                    head,
                    span);
        }
    }

    private XmlReader(String text) {
        this.text = text;
    }

    static DataFile.Content read(String text) {
        XmlReader reader = new XmlReader(text);
        reader.readAll();
        if (reader.root.isNone() && reader.failure == null) {
            reader.fail(0, "there is no element");
        }
        return new DataFile.Content(List.of(), reader.root, Optional.ofNullable(reader.failure));
    }

    private void readAll() {
        while (at < text.length() && failure == null) {
            if (text.charAt(at) == '<') {
                markup();
            } else {
                characters();
            }
        }
        if (!open.isEmpty() && failure == null) {
            fail(open.getFirst().head.start(), "<" + open.getFirst().name + "> has no end");
        }
        while (!open.isEmpty()) {
            close(text.length());
        }
    }

    private void characters() {
        int next = text.indexOf('<', at);
        int end = next < 0 ? text.length() : next;
        if (!open.isEmpty()) {
            open.getFirst().text.append(XmlEntities.resolved(text.substring(at, end)));
        }
        at = end;
    }

    private void markup() {
        if (text.startsWith("<!--", at)) {
            skipTo("-->", 4);
        } else if (text.startsWith("<![CDATA[", at)) {
            int start = at + 9;
            skipTo("]]>", 9);
            if (!open.isEmpty()) {
                open.getFirst().text.append(text, start, Math.max(start, at - 3));
            }
        } else if (text.startsWith("<?", at)) {
            skipTo("?>", 2);
        } else if (text.startsWith("<!", at)) {
            documentType();
        } else if (text.startsWith("</", at)) {
            endTag();
        } else {
            startTag();
        }
    }

    private void skipTo(String mark, int from) {
        int end = text.indexOf(mark, at + from);
        if (end < 0) {
            fail(at, mark + " is missing");
            at = text.length();
        } else {
            at = end + mark.length();
        }
    }

    private void documentType() {
        int start = at;
        int subset = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' || c == '\'') {
                int end = text.indexOf(c, at);
                at = end < 0 ? text.length() : end + 1;
            } else if (c == '[') {
                subset++;
            } else if (c == ']') {
                subset--;
            } else if (c == '>' && subset <= 0) {
                return;
            } else if (c == '-' && text.startsWith("<!--", at - 3)) {
                int end = text.indexOf("-->", at);
                at = end < 0 ? text.length() : end + 3;
            }
        }
        fail(start, "the document type has no end");
    }

    private void endTag() {
        int start = at;
        at += 2;
        String name = name();
        skipBlanks();
        if (at >= text.length() || text.charAt(at) != '>' || open.isEmpty()) {
            fail(start, "the end tag </" + name + " is not in place");
            return;
        }
        if (!open.getFirst().name.equals(name)) {
            fail(start, "</" + name + "> ends <" + open.getFirst().name + ">");
            return;
        }
        at++;
        close(at);
    }

    private void close(int end) {
        XmlElement element = open.pop().closed(end);
        if (open.isEmpty()) {
            root = root.isNone() ? element : root;
        } else {
            open.getFirst().children.add(element);
        }
    }

    private void startTag() {
        int start = at++;
        String name = name();
        if (name.isEmpty()) {
            fail(start, "a < stands alone");
            return;
        }
        if (open.size() >= DataNode.MAX_DEPTH) {
            fail(start, new TooDeep(0).reason());
            return;
        }
        if (open.isEmpty() && !root.isNone()) {
            fail(start, "there is a second root element <" + name + ">");
            return;
        }
        List<Attribute> attributes = attributes();
        boolean empty = at < text.length() && text.charAt(at) == '/';
        at += empty ? 1 : 0;
        if (at >= text.length() || text.charAt(at) != '>') {
            fail(at, "the tag <" + name + " has no end");
        }
        at = Math.min(text.length(), at + 1);
        open.push(new Open(name, attributes, new Span(start, at)));
        if (empty) {
            close(at);
        }
    }

    private List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        skipBlanks();
        while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '/') {
            int start = at;
            String name = name();
            skipBlanks();
            if (name.isEmpty() || at >= text.length() || text.charAt(at) != '=') {
                fail(start, "an attribute is malformed");
                break;
            }
            at++;
            skipBlanks();
            int quote = at;
            int end = at < text.length() ? text.indexOf(text.charAt(quote), quote + 1) : -1;
            if (end < 0 || (text.charAt(quote) != '"' && text.charAt(quote) != '\'')) {
                fail(start, "the attribute " + name + " is malformed");
                break;
            }
            String value = XmlEntities.resolved(text.substring(quote + 1, end));
            at = end + 1;
            attributes.add(new Attribute(name, value, new Span(start, at)));
            skipBlanks();
        }
        return attributes;
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c) {
        return c > ' ' && "<>/=\"'&?!".indexOf(c) < 0;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private void fail(int offset, String reason) {
        if (failure == null) {
            int line = 1 + (int) text.chars().limit(offset).filter(c -> c == '\n').count();
            failure = new Unreadable(line, reason);
        }
    }
}
