package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * FastAPI and Starlette: applications, routers within routers, sub-applications, decorated functions
 * and methods (also of class-based views), routes added by calls.
 */
public final class FastApi implements Framework {
    private static final Set<String> CALLS =
            Set.of(
                    "include_router",
                    "mount",
                    "add_api_route",
                    "add_route",
                    "add_websocket_route",
                    "add_api_websocket_route");

    @Override
    public void extract(CodeBase code, Findings findings) {
        String[] words = FastApiRouters.ROUTERS.toArray(new String[0]);
        boolean used =
                code.filesWith(Dialect.PYTHON, words).stream()
                        .anyMatch(f -> Python.imports(f, FastApiRouters.PACKAGES));
        if (!used) {
            return;
        }
        Python python = new Python(code);
        RoutedEndpoints endpoints = new RoutedEndpoints(findings);
        FastApiRouters routers = new FastApiRouters(python, endpoints);
        FastApiFunctions functions = new FastApiFunctions(python, routers, endpoints, findings);
        decorated(python, functions);
        called(python, new FastApiCalls(python, routers, functions, endpoints));
        endpoints.emit(UrlPath::typed, "its router is not mounted", Set.of());
        functions.services().forEach(type -> findings.add(service(type)));
    }

    private static void decorated(Python python, FastApiFunctions functions) {
        for (CodeFile file : python.files(words())) {
            for (TypeDeclaration type : file.types()) {
                type.members().forEach(member -> functions.decorated(file, type, member));
            }
        }
    }

    private static void called(Python python, FastApiCalls calls) {
        for (CodeFile file : python.files(CALLS.toArray(new String[0]))) {
            for (Python.Called called : python.calls(file, CALLS)) {
                python.turns(called).forEach(calls::called);
            }
        }
        for (CodeFile file : python.files("Starlette", "routes")) {
            python.calls(file, Set.of("Starlette", "FastAPI", "Router")).forEach(calls::listed);
        }
    }

    private static String[] words() {
        Set<String> words = new LinkedHashSet<>(FastApiFunctions.METHODS);
        words.addAll(FastApiFunctions.OTHERS);
        return words.stream().sorted().toArray(String[]::new);
    }

    private static Service service(TypeDeclaration type) {
        List<String> uses = new ArrayList<>();
        for (Member member : type.members()) {
            if (member.name().equals("__init__")) {
                member.parameters().stream()
                        .filter(p -> !p.type().isEmpty())
                        .forEach(p -> uses.add(p.type()));
            }
        }
        return new Service(
                type.name(),
                type.name(),
                "request",
                "fastapi",
                uses,
                Confidence.RESOLVED,
                type.evidence());
    }
}
