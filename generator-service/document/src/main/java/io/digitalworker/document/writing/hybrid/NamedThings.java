package io.digitalworker.document.writing.hybrid;

import io.digitalworker.document.existing.ExistingDocument;
import io.digitalworker.document.existing.InlineText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;

/** What a partial document names: all in code style, and what looks like a name of code elsewhere. */
final class NamedThings {
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:GET|POST|PUT|PATCH|DELETE) /[\\w/{}.:-]*"
                            + "|\\b[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)*\\(\\)"
                            + "|\\b[A-Za-z]*[a-z][A-Z]\\w*(?:\\.[A-Z]\\w*)*"
                            + "|\\b[A-Za-z]\\w*_\\w+");

    private static final Pattern IN_CODE_STYLE =
            Pattern.compile("(?:[A-Z]+ )?[\\p{L}\\p{N}_./{}:$-]+(?:\\(\\))?");

    /**
     * A name as written.
     *
     * @param part title of the part that it stands in
     */
    record Named(String name, String part) {}

    private NamedThings() {}

    static List<Named> in(ExistingDocument document) {
        Set<Named> named = new LinkedHashSet<>();
        for (ExistingDocument.Part part : document.parts()) {
            for (Node block : part.blocks()) {
                in(block).forEach(name -> named.add(new Named(name, part.title())));
            }
        }
        return List.copyOf(named);
    }

    private static List<String> in(Node block) {
        List<String> names = new ArrayList<>();
        InlineText.nodes(block, node -> add(node, names));
        return names;
    }

    /** Examples in code blocks are not taken for statements about the system. */
    private static void add(Node node, List<String> names) {
        String literal = InlineText.literal(node);
        if (literal == null
                || node instanceof FencedCodeBlock
                || node instanceof IndentedCodeBlock) {
            return;
        }
        if (node instanceof Code) {
            if (isName(literal)) {
                names.add(literal);
            }
            return;
        }
        NAME.matcher(literal).results().forEach(found -> names.add(found.group()));
    }

    /** Whether what stands in code style names one thing, and is no piece of code. */
    static boolean isName(String code) {
        return IN_CODE_STYLE.matcher(code).matches() && code.chars().anyMatch(Character::isLetter);
    }
}
