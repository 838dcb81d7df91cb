package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may call a view: its decorators, its permission classes, the bases of its class, the settings. */
final class DjangoPermissions {
    private final Python python;
    private final CodeBase code;
    private @Nullable List<String> defaultPermissions;

    DjangoPermissions(Python python) {
        this.python = python;
        this.code = python.code();
    }

    static boolean authorizes(String decorator) {
        return decorator.matches(
                ".*(login_required|permission_required|staff_member_required|user_passes_test"
                        + "|superuser_required|auth_required|permissions?_classes)");
    }

    String needed(Annotation annotation, Scope scope) {
        return annotation
                .argument(0)
                .filter(e -> annotation.simpleName().equals("permission_required"))
                .flatMap(e -> code.values().text(e, scope))
                .orElse(annotation.simpleName());
    }

    List<String> permissions(Expression expression, Scope scope) {
        List<String> names = new ArrayList<>();
        for (Located item : python.items(expression, scope)) {
            String name = Python.shown(item.expression(), item.scope().file());
            names.add(name.equals("AllowAny") ? "anonymous" : Python.last(name));
        }
        return names.equals(List.of("anonymous"))
                ? names
                : names.stream().filter(n -> !n.equals("anonymous")).toList();
    }

    /** Names of the base classes that are not the archive's. */
    Set<String> libraryBases(TypeDeclaration type) {
        Set<String> bases = new LinkedHashSet<>();
        for (TypeDeclaration each : code.symbols().types().lineage(type)) {
            for (String base : each.bases()) {
                bases.add(Python.last(Python.origin(TypeName.of(base).name(), code.fileOf(each))));
            }
        }
        return bases;
    }

    List<String> needs(
            TypeDeclaration type, Optional<Member> member, @Nullable Annotation annotation) {
        Scope scope = Scope.of(code.fileOf(type), type);
        Optional<Expression> own =
                annotation == null ? Optional.empty() : annotation.argument("permission_classes");
        if (own.isPresent()) {
            return permissions(own.get(), scope);
        }
        Set<String> needs = new LinkedHashSet<>();
        Optional<Located> classes = python.attribute(type, "permission_classes");
        classes.ifPresent(at -> needs.addAll(permissions(at.expression(), at.scope())));
        Set<String> bases = libraryBases(type);
        bases.stream()
                .filter(b -> b.matches(".*Required(Mixin)?|.*PassesTestMixin"))
                .forEach(needs::add);
        python.textOf(type, "permission_required").ifPresent(needs::add);
        List<Annotation> annotations = new ArrayList<>(type.annotations());
        member.ifPresent(m -> annotations.addAll(m.annotations()));
        for (Annotation each : annotations) {
            Optional<Expression> decorated =
                    each.is("method_decorator") ? each.argument(0) : Optional.empty();
            String name = decorated.map(DjangoPermissions::decorator).orElse(each.simpleName());
            if (authorizes(name)) {
                needs.add(name);
            }
        }
        if (classes.isEmpty() && needs.isEmpty() && isRest(bases)) {
            needs.addAll(defaults());
        }
        return List.copyOf(needs);
    }

    private static String decorator(Expression expression) {
        return expression instanceof Call call
                ? call.name()
                : Python.last(Python.dotted(expression));
    }

    private static boolean isRest(Set<String> bases) {
        return bases.stream().anyMatch(b -> b.endsWith("APIView") || b.endsWith("ViewSet"));
    }

    /** {@code REST_FRAMEWORK['DEFAULT_PERMISSION_CLASSES']} of the first settings that say it. */
    private List<String> defaults() {
        List<String> known = defaultPermissions;
        if (known != null) {
            return known;
        }
        known = List.of();
        for (CodeFile file : python.files("REST_FRAMEWORK")) {
            for (Statement statement : file.topLevel()) {
                boolean settings = statement.name().equals("REST_FRAMEWORK");
                if (settings && known.isEmpty() && statement.value() instanceof Mapping mapping) {
                    Expression classes = mapping.get("DEFAULT_PERMISSION_CLASSES");
                    known = classes == null ? known : permissions(classes, Scope.of(file));
                }
            }
        }
        defaultPermissions = known;
        return known;
    }
}
