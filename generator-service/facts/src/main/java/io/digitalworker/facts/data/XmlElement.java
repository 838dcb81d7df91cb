package io.digitalworker.facts.data;

import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element of an XML file. Lookups never fail: what is not there is {@link #NONE}, empty lists and
 * empty optionals.
 *
 * @param name without its namespace prefix
 * @param attributes in the order of the file
 * @param children elements, in the order of the file
 * @param text the character data directly in it, with entities resolved, blanks at both ends cut
 * @param head the start tag
 * @param span from the start tag to behind the end tag
 */
public record XmlElement(
        String name,
        List<Attribute> attributes,
        List<XmlElement> children,
        String text,
        Span head,
        Span span) {
    /** The element that is not there; its name is empty. */
    public static final XmlElement NONE =
            new XmlElement("", List.of(), List.of(), "", new Span(0, 0), new Span(0, 0));

    public XmlElement {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /**
     * @param name as written, with its prefix
     * @param value with entities resolved
     * @param span from the name to the closing quote
     */
    public record Attribute(String name, String value, Span span) {
        /** The name without its namespace prefix. */
        public String localName() {
            return name.substring(name.indexOf(':') + 1);
        }
    }

    public boolean isNone() {
        return name.isEmpty();
    }

    /** The value of an attribute, by its name with or without prefix. */
    public Optional<String> attribute(String name) {
        return attributes.stream()
                .filter(a -> a.name().equals(name) || a.localName().equals(name))
                .findFirst()
                .map(Attribute::value);
    }

    /** The value of an attribute, else another. */
    public String attribute(String name, String otherwise) {
        return attribute(name).orElse(otherwise);
    }

    /** The first child of a name, a child of that, and so on; else {@link #NONE}. */
    public XmlElement child(String... names) {
        XmlElement element = this;
        for (String name : names) {
            element =
                    element.children.stream()
                            .filter(child -> child.name.equals(name))
                            .findFirst()
                            .orElse(NONE);
        }
        return element;
    }

    /** The children of a name. */
    public List<XmlElement> children(String name) {
        return children.stream().filter(child -> child.name.equals(name)).toList();
    }

    /** All elements of a name at any depth, this one included, in the order of the file. */
    public List<XmlElement> all(String name) {
        List<XmlElement> found = new ArrayList<>();
        collect(name, found);
        return found;
    }

    private void collect(String wanted, List<XmlElement> found) {
        if (name.equals(wanted)) {
            found.add(this);
        }
        children.forEach(child -> child.collect(wanted, found));
    }

    /** The text of the first child of a name, else its attribute of that name; as MSBuild reads. */
    public Optional<String> value(String name) {
        XmlElement child = child(name);
        return child.isNone() ? attribute(name) : Optional.of(child.text);
    }

    @Override
    public String toString() {
        return "<" + name + ">";
    }
}
