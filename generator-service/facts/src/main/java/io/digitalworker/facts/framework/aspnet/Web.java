package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Types;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The code with its projects: what all of this package ask for. */
final class Web {
    /** What the facts call the framework. */
    static final String NAME = "aspnetcore";

    private static final Set<String> TASKS = Set.of("Task", "ValueTask");

    private final CodeBase code;
    private final Projects projects;

    Web(CodeBase code) {
        this.code = code;
        this.projects = new Projects(code);
    }

    CodeBase code() {
        return code;
    }

    Projects projects() {
        return projects;
    }

    Types types() {
        return code.symbols().types();
    }

    CodeFile file(TypeDeclaration type) {
        return code.fileOf(type);
    }

    Optional<TypeDeclaration> type(String written, CodeFile file) {
        return types().find(written, file);
    }

    Optional<Symbol> symbol(Expression expression, Scope scope) {
        return code.symbols().find(expression, scope);
    }

    Value text(Expression expression, Scope scope) {
        return code.values().first(expression, scope);
    }

    /** What tasks hold; {@code void} for one that holds nothing. */
    static String awaited(String type) {
        TypeName name = TypeName.of(type);
        if (!TASKS.contains(name.simpleName())) {
            return type;
        }
        return name.argument().isEmpty() ? "void" : name.argument();
    }

    /** The type that {@code typeof(T)} names; empty for anything else. */
    static String typeOf(Expression expression) {
        boolean typeOf =
                expression instanceof Call call
                        && call.name().equals("typeof")
                        && !call.arguments().isEmpty();
        return typeOf && ((Call) expression).arguments().get(0).value() instanceof Name name
                ? name.name()
                : "";
    }

    /** The names of an expression such as {@code A.B.C}; empty for anything else. */
    static String dotted(Expression expression) {
        if (expression instanceof Name name) {
            return name.name();
        }
        if (expression instanceof Select select) {
            String target = dotted(select.target());
            return target.isEmpty() ? "" : target + "." + select.name();
        }
        return "";
    }

    /** The type argument of a generic attribute; empty if it has none. */
    static String argumentOf(Annotation annotation, CodeFile file) {
        String written = file.text(annotation.span());
        int open = written.indexOf('<');
        int round = written.indexOf('(');
        boolean generic = open > 0 && (round < 0 || open < round);
        String head = round < 0 ? written : written.substring(0, round);
        return generic ? TypeName.of(head.replaceAll("\\s", "")).argument() : "";
    }

    /** The annotations of a type's parts and then of its base types, the nearest first. */
    List<Placed> annotations(TypeDeclaration type) {
        return types().lineage(type).stream()
                .flatMap(each -> each.annotations().stream().map(a -> new Placed(a, scope(each))))
                .toList();
    }

    Scope scope(TypeDeclaration type) {
        return Scope.of(file(type), type);
    }

    /** An annotation with the place where it stands. */
    record Placed(Annotation annotation, Scope scope) {
        boolean is(String name) {
            return annotation.is(name);
        }
    }

    static boolean isPublic(Member member) {
        return member.has("public");
    }
}
