package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Element;
import io.digitalworker.facts.syntax.Expression.Lambda;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The components of React and Angular that a file declares, with the inputs of their forms. */
final class ScreenComponents {
    private static final Pattern REGISTER =
            Pattern.compile("\\bregister\\(\\s*['\"]([\\w.\\[\\]]+)['\"]");
    private static final Pattern NAMED =
            Pattern.compile(
                    "<(?:input|select|textarea|Field|FormField|Input|TextField|Select|Controller|FormItem|Form\\.Item|Checkbox)\\b[^<>]{0,600}?\\bname=\\{?['\"]([\\w.\\[\\]-]+)['\"]",
                    Pattern.DOTALL);

    private ScreenComponents() {}

    static void components(CodeFile file, Map<String, ScreenComponent> components) {
        if (!file.text().contains("<")) {
            return;
        }
        for (TypeDeclaration type : file.types()) {
            if (type.kind() == TypeKind.CLASS) {
                boolean react =
                        type.bases().stream()
                                .anyMatch(
                                        b -> b.matches("(React\\.)?(Pure)?ScreenComponent(<.*)?"));
                if (react && type.members().stream().anyMatch(m -> m.name().equals("render"))) {
                    put(type.name(), file, type.evidence(), file.text(type.span()), components);
                }
            }
        }
        for (Member member : file.functions()) {
            boolean named = Character.isUpperCase(member.name().charAt(0)) || member.has("default");
            boolean exported =
                    member.has("export")
                            || member.has("default")
                            || exportedElsewhere(file, member.name());
            if (named && exported && rendered(file, member)) {
                String name =
                        member.name().equals("default")
                                ? file.file().name().replaceFirst("\\..*", "")
                                : member.name();
                put(name, file, member.evidence(), file.text(member.span()), components);
            }
        }
    }

    /** {@code export default connect(…)(X)} and the like. */
    private static boolean exportedElsewhere(CodeFile file, String name) {
        int at = file.text().indexOf("export default ");
        if (at < 0) {
            return false;
        }
        int end = file.text().indexOf('\n', at);
        String line = file.text().substring(at, end < 0 ? file.text().length() : end);
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(line).find();
    }

    private static void put(
            String name,
            CodeFile file,
            Evidence evidence,
            String body,
            Map<String, ScreenComponent> components) {
        components.putIfAbsent(name, new ScreenComponent(name, file, evidence, body));
    }

    private static boolean rendered(CodeFile file, Member member) {
        boolean function = member.kind() == MemberKind.FUNCTION && !member.body().isEmpty();
        if (!function && member.initializer().isEmpty()) {
            return false;
        }
        if (function && member.expressionBody()) {
            return holdsElement(file.expression(member.body()), file, 0);
        }
        if (function) {
            return file.statements(member.body()).stream()
                    .anyMatch(s -> holdsElement(s.value(), file, 0));
        }
        Expression value = file.expression(member.initializer());
        boolean wraps =
                value instanceof Call call
                        && call.name().matches("memo|forwardRef|observer|styled|lazy|withRouter");
        return wraps && holdsElement(value, file, 0);
    }

    private static boolean holdsElement(Expression expression, CodeFile file, int depth) {
        boolean[] found = new boolean[1];
        expression.walk(
                e -> {
                    found[0] |= e instanceof Element;
                    if (!found[0]
                            && depth < 3
                            && e instanceof Lambda lambda
                            && !lambda.body().isEmpty()
                            && expression instanceof Call) {
                        found[0] =
                                lambda.block()
                                        ? file.statements(lambda.body()).stream()
                                                .anyMatch(
                                                        s ->
                                                                holdsElement(
                                                                        s.value(), file, depth + 1))
                                        : holdsElement(
                                                file.expression(lambda.body()), file, depth + 1);
                    }
                });
        return found[0];
    }

    static List<String> inputs(String body) {
        Set<String> names = new LinkedHashSet<>();
        Matcher registered = REGISTER.matcher(body);
        while (registered.find()) {
            names.add(registered.group(1));
        }
        Matcher named = NAMED.matcher(body);
        while (named.find()) {
            names.add(named.group(1));
        }
        return names.stream().limit(100).toList();
    }

    static void angular(CodeFile file, Map<String, ScreenComponent> components) {
        if (!file.mayHold("Component") || !framework(file).equals("angular")) {
            return;
        }
        for (TypeDeclaration type : file.types()) {
            boolean component = type.annotations().stream().anyMatch(a -> a.is("Component"));
            if (component) {
                StringBuilder controls = new StringBuilder();
                for (Annotation each : type.annotations()) {
                    Expression options = each.argument(0).orElse(null);
                    controls.append(options == null ? "" : file.text(options.span()));
                }
                put(type.name(), file, type.evidence(), controls.toString(), components);
            }
        }
    }

    static String framework(CodeFile file) {
        return file.imports().stream().anyMatch(i -> i.module().startsWith("@angular/"))
                ? "angular"
                : "react";
    }
}
