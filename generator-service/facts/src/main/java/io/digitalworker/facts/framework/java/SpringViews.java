package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.View;
import io.digitalworker.facts.framework.java.Inherited.Declaration;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The templates whose names a controller's method returns. */
final class SpringViews {
    private static final List<String> BODY = List.of("RestController", "ResponseBody");

    private SpringViews() {}

    static List<View> of(
            JavaCode code,
            TypeDeclaration type,
            Inherited method,
            List<Noted> ofType,
            String route) {
        Declaration at = method.nearest();
        String returned = JavaCode.unwrapped(at.member().type(), List.of("Mono", "Callable"));
        boolean named = returned.equals("String") || returned.equals("ModelAndView");
        List<Noted> all = new ArrayList<>(ofType);
        all.addAll(method.annotations());
        boolean body =
                all.stream()
                        .anyMatch(
                                a -> SpringMapping.means(code, a, BODY, SpringControllers.SPRING));
        if (!named || body || at.member().body().isEmpty()) {
            return List.of();
        }
        return views(code, at, route);
    }

    private static List<View> views(JavaCode code, Declaration at, String route) {
        Map<String, View> views = new LinkedHashMap<>();
        Scope scope = Scope.of(at.file(), at.type(), at.member());
        for (Statement statement : scope.locals()) {
            Optional<Expression> name = name(statement);
            if (name.isEmpty()) {
                continue;
            }
            for (Value value : code.base().values().all(name.get(), scope)) {
                if (value.known() && isTemplate(value.text())) {
                    views.putIfAbsent(value.text(), view(value, at, statement, route));
                }
            }
        }
        return List.copyOf(views.values());
    }

    private static Optional<Expression> name(Statement statement) {
        Expression value = statement.value();
        if (value instanceof Create create && create.type().equals("ModelAndView")) {
            return Argument.at(create.arguments(), 0);
        }
        return statement.kind() == Statement.Kind.RETURN ? Optional.of(value) : Optional.empty();
    }

    private static boolean isTemplate(String name) {
        return !name.isEmpty()
                && !name.startsWith("redirect:")
                && !name.startsWith("forward:")
                && name.matches("[\\w./ :{}-]+");
    }

    private static View view(Value name, Declaration at, Statement statement, String route) {
        return new View(
                name.text(),
                "template",
                route,
                "",
                List.of(),
                "spring",
                name.literal() ? Confidence.LITERAL : Confidence.RESOLVED,
                at.file().evidence(statement.span()));
    }
}
