package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.View;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Components of React with their routes and form fields; routes of Angular and Vue. */
public final class Screens implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        List<ScreenRoute> routes = new ArrayList<>();
        Map<String, ScreenComponent> components = new LinkedHashMap<>();
        for (CodeFile file : code.files(Dialect.SCRIPT)) {
            if (TestFiles.is(file.path())) {
                continue;
            }
            if (file.path().matches(".*\\.(tsx|jsx|js)$")) {
                ScreenComponents.components(file, components);
            }
            boolean concerned =
                    RouteElements.ROUTES.stream().anyMatch(file::mayHold)
                            || RouteTables.TABLES.stream().anyMatch(file::mayHold)
                            || file.mayHold("routes")
                            || file.mayHold("Routes");
            if (concerned) {
                routes(file, code, routes);
            }
            ScreenComponents.angular(file, components);
        }
        emit(routes, components, findings);
    }

    private static void emit(
            List<ScreenRoute> routes, Map<String, ScreenComponent> components, Findings findings) {
        Set<String> shown = new LinkedHashSet<>();
        for (ScreenRoute each : routes) {
            ScreenComponent component = components.get(each.component());
            shown.add(each.component());
            findings.add(
                    new View(
                            each.component().isEmpty() ? each.route() : each.component(),
                            "component",
                            each.route(),
                            "",
                            component == null
                                    ? List.of()
                                    : ScreenComponents.inputs(component.body()),
                            each.framework(),
                            each.known() ? Confidence.RESOLVED : Confidence.UNRESOLVED,
                            each.evidence()));
        }
        for (ScreenComponent each : components.values()) {
            if (!shown.contains(each.name())) {
                findings.add(
                        new View(
                                each.name(),
                                "component",
                                "",
                                "",
                                ScreenComponents.inputs(each.body()),
                                ScreenComponents.framework(each.file()),
                                Confidence.LITERAL,
                                each.evidence()));
            }
        }
    }

    // ---- routes

    private static void routes(CodeFile file, CodeBase code, List<ScreenRoute> routes) {
        Set<Integer> inner = new LinkedHashSet<>();
        ScriptWalk.over(
                file,
                (e, scope, caller) -> {
                    if (e instanceof Element element
                            && RouteElements.isRoute(element)
                            && inner.add(element.span().start())) {
                        RouteElements.element(element, "", scope, code, inner, routes, 0);
                    } else if (e instanceof Call call
                            && RouteTables.TABLES.contains(call.name())
                            && !call.arguments().isEmpty()) {
                        RouteTables.table(call, scope, code, routes);
                    } else if (e instanceof Create create
                            && create.type().matches("(Vue)?Router")
                            && !create.arguments().isEmpty()) {
                        RouteTables.list(
                                create.arguments().get(0).value(),
                                "",
                                "vue",
                                scope,
                                code,
                                routes,
                                RouteTables.start());
                    }
                });
        String framework = ScreenComponents.framework(file);
        for (Member member : file.functions()) {
            boolean typed = member.type().matches(RouteTables.TYPES);
            if (typed && !member.initializer().isEmpty()) {
                String named =
                        member.type().startsWith("RouteObject")
                                ? "react"
                                : member.type().contains("Raw")
                                        ? "vue"
                                        : framework.equals("angular") ? framework : "react";
                RouteTables.list(
                        file.expression(member.initializer()),
                        "",
                        named,
                        Scope.of(file),
                        code,
                        routes,
                        RouteTables.start());
            }
        }
    }
}
