package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Element;
import io.digitalworker.facts.syntax.Expression.Lambda;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routes that are written as elements: {@code <Route path="/x" element={<X />} />}. */
final class RouteElements {
    private static final int MAX_DEPTH = 12;
    static final Set<String> ROUTES =
            Set.of(
                    "Route",
                    "PrivateRoute",
                    "PublicRoute",
                    "ProtectedRoute",
                    "AuthRoute",
                    "SentryRoute",
                    "GuestRoute");

    private RouteElements() {}

    static boolean isRoute(Element element) {
        boolean named = ROUTES.contains(element.name());
        return named
                && Argument.named(element.attributes(), "path")
                        .or(() -> Argument.named(element.attributes(), "index"))
                        .or(() -> Argument.named(element.attributes(), "element"))
                        .or(() -> Argument.named(element.attributes(), "component"))
                        .isPresent();
    }

    static void element(
            Element element,
            String prefix,
            Scope scope,
            CodeBase code,
            Set<Integer> inner,
            List<ScreenRoute> routes,
            int depth) {
        Expression path = Argument.named(element.attributes(), "path").orElse(null);
        List<Value> values =
                path == null
                        ? List.of(new Value("", true, true))
                        : code.values().items(path, scope);
        Expression shown =
                Argument.named(element.attributes(), "element")
                        .or(() -> Argument.named(element.attributes(), "component"))
                        .or(() -> Argument.named(element.attributes(), "Component"))
                        .or(() -> Argument.named(element.attributes(), "render"))
                        .orElse(null);
        String first = join(prefix, values.isEmpty() ? "" : values.get(0).text());
        List<Element> children = new ArrayList<>();
        element.content()
                .forEach(
                        c ->
                                c.walk(
                                        e -> {
                                            if (e instanceof Element child
                                                    && isRoute(child)
                                                    && inner.add(child.span().start())) {
                                                children.add(child);
                                                mark(child, inner);
                                            }
                                        }));
        String component = component(shown, element, scope);
        boolean layout = path == null && Argument.named(element.attributes(), "index").isEmpty();
        if (!layout && !component.equals("Navigate") && !component.equals("Redirect")) {
            for (Value value : values) {
                routes.add(
                        new ScreenRoute(
                                join(prefix, value.text()),
                                component,
                                "react",
                                value.known(),
                                scope.file().evidence(head(element))));
            }
        }
        if (depth < MAX_DEPTH) {
            children.forEach(c -> element(c, first, scope, code, inner, routes, depth + 1));
        }
    }

    /** Children of children are read by their own parents. */
    private static void mark(Element child, Set<Integer> inner) {
        inner.add(child.span().start());
    }

    private static io.digitalworker.facts.syntax.Span head(Element element) {
        int end =
                element.content().isEmpty()
                        ? element.span().end()
                        : element.content().get(0).span().start();
        return new io.digitalworker.facts.syntax.Span(
                element.span().start(), Math.max(element.span().start(), end));
    }

    static String join(String prefix, String path) {
        return Paths.of(path.startsWith("/") ? path : prefix + "/" + path);
    }

    /** The component that an attribute shows; of one that wraps another, the inner one. */
    static String component(@Nullable Expression shown, Element element, Scope scope) {
        if (shown == null) {
            return element.content().stream()
                    .filter(c -> c instanceof Element e && !ROUTES.contains(e.name()))
                    .findFirst()
                    .map(c -> component(c, element, scope))
                    .orElse("");
        }
        if (shown instanceof Element of) {
            Element within = null;
            for (Expression child : of.content()) {
                within = within == null && child instanceof Element e ? e : within;
            }
            boolean wraps =
                    within != null
                            && of.name()
                                    .matches(
                                            "(?i).*(suspense|guard|auth|protected|private|require|layout|provider|boundary).*|");
            return wraps && within != null ? component(within, element, scope) : of.name();
        }
        if (shown instanceof Lambda lambda
                && !lambda.block()
                && scope.file().expression(lambda.body()) instanceof Element of) {
            return of.name();
        }
        return Decorators.name(shown);
    }
}
