package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Dialect;
import java.util.Set;

/**
 * Flask with blueprints in blueprints, views as functions and classes, the resources of its REST
 * extensions; Quart and Sanic, which are alike.
 */
public final class Flask implements Framework {
    private static final Set<String> CALLS =
            Set.of(
                    "register_blueprint",
                    "blueprint",
                    "add_url_rule",
                    "add_resource",
                    "add_namespace",
                    "init_app",
                    "add_route");

    @Override
    public void extract(CodeBase code, Findings findings) {
        String[] words = FlaskRouters.CLASSES.toArray(new String[0]);
        boolean used =
                code.filesWith(Dialect.PYTHON, words).stream()
                        .anyMatch(f -> Python.imports(f, FlaskRouters.PACKAGES));
        if (!used) {
            return;
        }
        Python python = new Python(code);
        RoutedEndpoints endpoints = new RoutedEndpoints(findings);
        FlaskRouters routers = new FlaskRouters(python, endpoints);
        FlaskViews views = new FlaskViews(python, routers, endpoints);
        decorated(python, views);
        called(python, new FlaskCalls(python, routers, views, endpoints));
        endpoints.emit(UrlPath::converters, "its blueprint is not registered", routers.standing());
    }

    private static void decorated(Python python, FlaskViews views) {
        for (CodeFile file :
                python.files("route", "resource", "get", "post", "put", "delete", "patch")) {
            for (TypeDeclaration type : file.types()) {
                Scope at = python.around(file, type.span());
                for (Annotation annotation : type.annotations()) {
                    views.decorated(at, annotation, null, type);
                }
                type.members().forEach(member -> decorated(python, file, type, member, views));
            }
        }
    }

    private static void decorated(
            Python python, CodeFile file, TypeDeclaration type, Member member, FlaskViews views) {
        for (Annotation annotation : member.annotations()) {
            Scope scope = python.around(file, annotation.span());
            boolean method = scope.member() == null && type.kind() != TypeKind.FILE;
            views.decorated(method ? Scope.of(file, type) : scope, annotation, member, type);
        }
    }

    private static void called(Python python, FlaskCalls calls) {
        for (CodeFile file : python.files(CALLS.toArray(new String[0]))) {
            for (Python.Called called : python.calls(file, CALLS)) {
                python.turns(called).forEach(calls::called);
            }
        }
    }
}
