package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.syntax.Span;
import java.util.regex.Pattern;

/** Properties of classes as TypeScript declares them. */
final class ClassFields {
    private static final Pattern WRAPPED =
            Pattern.compile("^(Promise|Observable|Ref|Loaded|Lazy|Relation|Rel)<(.*)>$");

    private ClassFields() {}

    /** {@code name?: T}, {@code T | null}, or a decorator that says so. */
    static boolean optional(Member field, CodeFile file) {
        String type = field.type();
        boolean union =
                type.contains("|null")
                        || type.contains("|undefined")
                        || type.startsWith("null|")
                        || type.startsWith("undefined|");
        boolean said =
                field.annotations().stream()
                        .anyMatch(
                                a ->
                                        a.is("IsOptional")
                                                || a.is("ApiPropertyOptional")
                                                || a.is("Optional"));
        return union || said || marked(field, file);
    }

    private static boolean marked(Member field, CodeFile file) {
        int from =
                field.annotations().isEmpty()
                        ? field.span().start()
                        : field.annotations().get(field.annotations().size() - 1).span().end();
        String head = file.text(new Span(from, Math.max(from, field.span().end())));
        return head.replaceFirst("(?s)[:=].*", "").contains("?");
    }

    /** Without what only says when a value is there, and without {@code null}. */
    static String unwrapped(String type) {
        String plain =
                type.replaceAll("\\|(null|undefined)\\b", "")
                        .replaceAll("^(null|undefined)\\|", "");
        java.util.regex.Matcher matcher = WRAPPED.matcher(plain);
        return matcher.matches() ? unwrapped(matcher.group(2)) : plain;
    }
}
