package io.digitalworker.document.rendering;

import io.digitalworker.document.assembly.DocumentTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The Markdown of a document section by section: what must not change where a revision changes nothing. */
public final class SectionTexts {
    private static final String FENCE = "```";
    private static final String HEADING = "## ";

    private SectionTexts() {}

    /** The text of each section with its heading and its footnotes, in their order. */
    public static List<String> of(DocumentTree document) {
        return of(new String(Markdown.render(document).bytes(), StandardCharsets.UTF_8));
    }

    /** The same of Markdown that this package has rendered. */
    public static List<String> of(String markdown) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        boolean within = false;
        boolean fenced = false;
        for (String line : markdown.split("\n", -1)) {
            fenced ^= line.startsWith(FENCE);
            if (!fenced && line.startsWith(HEADING)) {
                add(sections, section, within);
                within = true;
            }
            section.append(line).append('\n');
        }
        add(sections, section, within);
        return sections;
    }

    private static void add(List<String> sections, StringBuilder section, boolean within) {
        if (within) {
            sections.add(section.toString().strip() + "\n");
        }
        section.setLength(0);
    }
}
