package io.digitalworker.document.active;

import com.lowagie.text.pdf.PRIndirectReference;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import io.digitalworker.document.rendering.RenderedFile;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What is active in a file, by what each format can do; nothing in one that only shows something. */
final class Inert {
    private static final Pattern TAG = Pattern.compile("<(/?)([^\\s>/]+)([^>]*)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=\"'>/]+)(?:\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+))?");
    private static final Set<String> HTML_TAGS =
            Set.of(
                    "!doctype",
                    "html",
                    "head",
                    "meta",
                    "title",
                    "style",
                    "body",
                    "nav",
                    "main",
                    "p",
                    "ol",
                    "ul",
                    "li",
                    "a",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "code",
                    "pre",
                    "em",
                    "strong",
                    "sup",
                    "blockquote",
                    "figure",
                    "figcaption",
                    "section",
                    "br",
                    "hr",
                    "div",
                    "span");
    private static final Set<String> SVG_TAGS =
            Set.of(
                    "svg",
                    "title",
                    "desc",
                    "g",
                    "rect",
                    "line",
                    "polygon",
                    "polyline",
                    "path",
                    "text",
                    "tspan",
                    "circle",
                    "ellipse",
                    "defs",
                    "marker");
    private static final Set<String> PDF_ACTIVE =
            Set.of(
                    "JS",
                    "JavaScript",
                    "Launch",
                    "URI",
                    "SubmitForm",
                    "ImportData",
                    "GoToR",
                    "GoToE",
                    "EmbeddedFile",
                    "EmbeddedFiles",
                    "Filespec",
                    "AA",
                    "RichMedia",
                    "XFA",
                    "AcroForm",
                    "Movie",
                    "Sound",
                    "Rendition",
                    "OpenAction",
                    "Hide",
                    "Named");
    private static final Pattern MERMAID_ACTIVE =
            Pattern.compile("(?mi)^\\s*(%%\\{|click\\b|links?\\s+\\w+\\s*:|callback\\b|---\\s*$)");
    private static final Pattern PLANTUML_ACTIVE =
            Pattern.compile(
                    "(?mi)^\\s*!|\\[\\[|<img|<\\$|%load|%get|^\\s*@(?!startuml\\s*$|enduml\\s*$)");

    private Inert() {}

    /** A line for each thing that is active. */
    static List<String> faults(RenderedFile file) throws Exception {
        String text = new String(file.bytes(), UTF_8);
        String name = file.name();
        if (name.endsWith(".html")) {
            return tags(text, true);
        }
        if (name.endsWith(".svg")) {
            return svg(file.bytes());
        }
        if (name.endsWith(".md")) {
            return markdown(text);
        }
        if (name.endsWith(".csv")) {
            return csv(text);
        }
        if (name.endsWith(".yaml")) {
            return yaml(text);
        }
        return name.endsWith(".pdf") ? pdf(file.bytes()) : List.of();
    }

    /** Whatever stands between angle brackets is a tag: all other brackets must be escaped. */
    private static List<String> tags(String html, boolean svgToo) {
        List<String> faults = new ArrayList<>();
        String visible = html.replaceAll("(?s)<style>.*?</style>", "<style></style>");
        Matcher tags = TAG.matcher(visible);
        while (tags.find()) {
            String tag = tags.group(2).toLowerCase(java.util.Locale.ROOT);
            if (!HTML_TAGS.contains(tag) && !(svgToo && SVG_TAGS.contains(tag))) {
                faults.add("tag " + tags.group());
            }
            Matcher attributes = ATTRIBUTE.matcher(tags.group(3));
            while (attributes.find()) {
                String value = attributes.group(2) == null ? "" : attributes.group(2);
                attribute(attributes.group(1), value.replaceAll("^[\"']|[\"']$", ""), faults);
            }
        }
        if (visible.replaceAll(TAG.pattern(), "").matches("(?s).*[<>].*")) {
            faults.add("an angle bracket outside tags");
        }
        return faults;
    }

    private static void attribute(String name, String value, List<String> faults) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        boolean address = lower.endsWith("href") || lower.equals("src") || lower.equals("action");
        if (address && !value.startsWith("#")) {
            faults.add("address " + name + "=" + value);
        }
        if (lower.startsWith("on") || lower.equals("style") || lower.equals("srcdoc")) {
            faults.add("attribute " + name);
        }
        boolean words = lower.equals("aria-label") || lower.equals("content");
        if (value.contains("url(") && !words) {
            faults.add("attribute " + name + "=" + value);
        }
    }

    private static List<String> svg(byte[] bytes) throws Exception {
        List<String> faults = new ArrayList<>();
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        xml.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        element(
                xml.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(bytes))
                        .getDocumentElement(),
                faults);
        return faults;
    }

    private static void element(Element element, List<String> faults) {
        if (!SVG_TAGS.contains(element.getTagName())) {
            faults.add("element " + element.getTagName());
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            attribute(attribute.getName(), attribute.getValue(), faults);
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element(inner, faults);
            } else if (child.getNodeType() == org.w3c.dom.Node.PROCESSING_INSTRUCTION_NODE) {
                faults.add("instruction " + child.getNodeName());
            }
        }
    }

    static Node parsed(String markdown) {
        return Parser.builder()
                .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
                .build()
                .parse(markdown);
    }

    private static List<String> markdown(String markdown) {
        List<String> faults = new ArrayList<>();
        parsed(markdown)
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(HtmlBlock node) {
                                faults.add("HTML " + node.getLiteral());
                            }

                            @Override
                            public void visit(HtmlInline node) {
                                faults.add("HTML " + node.getLiteral());
                            }

                            @Override
                            public void visit(Image node) {
                                faults.add("picture " + node.getDestination());
                            }

                            @Override
                            public void visit(LinkReferenceDefinition node) {
                                faults.add("reference " + node.getDestination());
                            }

                            @Override
                            public void visit(Link node) {
                                if (!node.getDestination().startsWith("#")) {
                                    faults.add("link " + node.getDestination());
                                }
                                visitChildren(node);
                            }

                            @Override
                            public void visit(FencedCodeBlock node) {
                                diagram(node.getInfo(), node.getLiteral(), faults);
                            }
                        });
        return faults;
    }

    /** The head that says whether a diagram is of what is or of what is proposed is ours. */
    private static void diagram(String language, String block, List<String> faults) {
        String text = block.replaceFirst("\\A---\ntitle: (current|proposed)\n---\n", "");
        Pattern active =
                switch (language) {
                    case "mermaid" -> MERMAID_ACTIVE;
                    case "plantuml" -> PLANTUML_ACTIVE;
                    default -> Pattern.compile("(?!)");
                };
        Matcher found = active.matcher(text);
        while (found.find()) {
            int end = text.indexOf('\n', found.end());
            faults.add(
                    language + " " + text.substring(found.start(), end < 0 ? text.length() : end));
        }
        if (!Set.of("mermaid", "plantuml", "text", "html", "").contains(language)) {
            faults.add("a block of " + language);
        }
    }

    /** Cells as RFC 4180 has them. */
    private static List<String> csv(String csv) {
        List<String> faults = new ArrayList<>();
        Matcher cells =
                Pattern.compile("(?:^|,|\r\n)(?:\"((?:[^\"]|\"\")*)\"|([^,\r\n]*))").matcher(csv);
        while (cells.find()) {
            String cell = cells.group(1) == null ? cells.group(2) : cells.group(1);
            if (cell.matches("(?s)[\\s\u00a0\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20].*")
                    || cell.startsWith("\t")
                    || cell.startsWith("\r")) {
                faults.add("cell " + cell);
            }
        }
        return faults;
    }

    private static List<String> yaml(String yaml) {
        List<String> faults = new ArrayList<>();
        for (String line : yaml.split("\n")) {
            String bare = line.replaceAll("\"(\\\\.|[^\"\\\\])*\"|'([^']|'')*'", "\"\"");
            if (bare.matches(".*(!|(^|[\\s:])[&*]\\w|\\$ref:\\s*[^\"#\\s]).*")) {
                faults.add("line " + line);
            }
            Matcher reference = Pattern.compile("\\$ref\"?:\\s*[\"']([^\"']*)").matcher(line);
            if (reference.find() && !reference.group(1).startsWith("#/")) {
                faults.add("reference " + line);
            }
        }
        return faults;
    }

    private static List<String> pdf(byte[] bytes) throws Exception {
        List<String> faults = new ArrayList<>();
        PdfReader reader = new PdfReader(bytes);
        for (int i = 0; i < reader.getXrefSize(); i++) {
            object(reader.getPdfObject(i), faults);
        }
        object(reader.getTrailer(), faults);
        return faults;
    }

    private static void object(PdfObject object, List<String> faults) {
        if (object instanceof PdfDictionary dictionary) {
            for (PdfName key : dictionary.getKeys()) {
                name(key, faults);
                PdfObject value = dictionary.get(key);
                boolean kind = key.equals(PdfName.S) || key.equals(PdfName.TYPE);
                if (kind && value instanceof PdfName name) {
                    name(name, faults);
                }
                if (!(value instanceof PRIndirectReference)) {
                    object(value, faults);
                }
            }
        } else if (object instanceof PdfArray array) {
            array.getElements().forEach(element -> object(element, faults));
        }
    }

    private static void name(PdfName name, List<String> faults) {
        String text = PdfName.decodeName(name.toString());
        if (PDF_ACTIVE.contains(text)) {
            faults.add("name " + text);
        }
    }
}
