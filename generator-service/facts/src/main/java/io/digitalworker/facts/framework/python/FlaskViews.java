package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What serves a rule: functions and classes with what their decorators say. */
final class FlaskViews {
    private static final Pattern CONVERTER = Pattern.compile("<(\\w+)(?:\\([^()]*\\))?:(\\w+)>");
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "delete", "patch", "head", "options");
    private static final Set<String> HANDLERS =
            Set.of("get", "post", "put", "delete", "patch", "head");
    private final Python python;
    private final CodeBase code;
    private final FlaskRouters routers;
    private final RoutedEndpoints endpoints;

    FlaskViews(Python python, FlaskRouters routers, RoutedEndpoints endpoints) {
        this.python = python;
        this.code = python.code();
        this.routers = routers;
        this.endpoints = endpoints;
    }

    void decorated(
            Scope scope, Annotation annotation, @Nullable Member member, TypeDeclaration type) {
        int dot = annotation.name().lastIndexOf('.');
        String last = Python.last(annotation.name());
        boolean routes = last.equals("route") || last.equals("resource") || METHODS.contains(last);
        if (dot <= 0 || !routes || annotation.arguments().isEmpty()) {
            return;
        }
        Expression receiver = Python.named(annotation.name().substring(0, dot), annotation.span());
        List<String> keys = routers.routers(receiver, scope, 8);
        if (keys.isEmpty()) {
            return;
        }
        for (Argument argument : annotation.arguments()) {
            boolean path =
                    argument.name() == null || argument.named("rule") || argument.named("uri");
            if (path) {
                List<Value> paths = code.values().all(argument.value(), scope);
                if (member == null) {
                    ofClass(type, paths, keys);
                } else {
                    function(member, annotation, scope, paths, keys);
                    return;
                }
            }
        }
    }

    private void function(
            Member member,
            Annotation annotation,
            Scope scope,
            List<Value> paths,
            List<String> keys) {
        String last = Python.last(annotation.name());
        List<String> methods =
                METHODS.contains(last)
                        ? List.of(last.toUpperCase(Locale.ROOT))
                        : annotation
                                .argument("methods")
                                .map(e -> python.methods(e, scope))
                                .orElse(List.of("GET"));
        serve(
                methods,
                paths,
                member.qualifiedName(),
                member.annotations(),
                member.evidence(),
                keys);
    }

    void ofClass(TypeDeclaration type, List<Value> paths, List<String> keys) {
        ofClass(type, paths, List.of(), keys);
    }

    void ofClass(TypeDeclaration type, List<Value> paths, List<String> only, List<String> keys) {
        Map<String, Symbol.Function> members = python.members(type);
        Set<String> methods = new LinkedHashSet<>();
        HANDLERS.stream()
                .sorted()
                .filter(members::containsKey)
                .map(m -> m.toUpperCase(Locale.ROOT))
                .filter(m -> only.isEmpty() || only.contains(m))
                .forEach(methods::add);
        if (methods.isEmpty()) {
            python.attribute(type, "methods")
                    .ifPresent(at -> methods.addAll(python.methods(at.expression(), at.scope())));
            methods.addAll(methods.isEmpty() && only.isEmpty() ? List.of("GET") : only);
        }
        List<Annotation> common = new ArrayList<>(type.annotations());
        for (String method : methods) {
            Symbol.Function member = members.get(method.toLowerCase(Locale.ROOT));
            List<Annotation> annotations = new ArrayList<>(common);
            if (member != null) {
                annotations.addAll(member.member().annotations());
            }
            String handler =
                    member == null
                            ? type.name()
                            : type.name() + "." + method.toLowerCase(Locale.ROOT);
            boolean own = member != null && member.type().equals(type);
            Evidence evidence =
                    own && member != null ? member.member().evidence() : type.evidence();
            serve(List.of(method), paths, handler, annotations, evidence, keys, decorators(type));
        }
    }

    /** {@code decorators = [login_required]}, {@code method_decorators}. */
    private List<String> decorators(TypeDeclaration type) {
        List<String> names = new ArrayList<>();
        for (String attribute : List.of("decorators", "method_decorators")) {
            python.attribute(type, attribute)
                    .ifPresent(
                            at -> {
                                for (Located item : python.items(at.expression(), at.scope())) {
                                    Expression e = item.expression();
                                    names.add(
                                            e instanceof Call call
                                                    ? call.name()
                                                    : Python.last(Python.dotted(e)));
                                }
                            });
        }
        return names.stream().filter(FlaskViews::authorizes).toList();
    }

    private static boolean authorizes(String name) {
        return name.toLowerCase(Locale.ROOT)
                .matches(
                        ".*(login_required|jwt_required|token_required|auth_required|requires_auth"
                                + "|roles?_(required|accepted)|permissions?_required|admin_required"
                                + "|(admins?|authed|members?|users?)_only|require_(auth|login|role|token|permission)\\w*|authenticated).*");
    }

    void serve(
            List<String> methods,
            List<Value> paths,
            String handler,
            List<Annotation> annotations,
            Evidence evidence,
            List<String> keys) {
        serve(methods, paths, handler, annotations, evidence, keys, List.of());
    }

    void serve(
            List<String> methods,
            List<Value> paths,
            String handler,
            List<Annotation> annotations,
            Evidence evidence,
            List<String> keys,
            List<String> needs) {
        List<String> all = new ArrayList<>(needs);
        String request = null;
        List<Response> responses = new ArrayList<>();
        for (Annotation annotation : annotations) {
            String name = annotation.simpleName();
            boolean optional = annotation.argument("optional").filter(e -> !isFalse(e)).isPresent();
            if (authorizes(name) && !optional) {
                all.add(name);
            } else if (name.matches("arguments|use_kwargs|use_args|expect|input")) {
                request =
                        annotation
                                .argument(0)
                                .map(FlaskViews::schema)
                                .filter(n -> !n.isEmpty())
                                .orElse(request);
            } else if (name.matches("response|marshal_with|marshal_list_with|output")) {
                response(annotation).ifPresent(responses::add);
            }
        }
        endpoints.serve(
                new Served(
                        methods,
                        paths,
                        handler,
                        "flask",
                        typed(paths),
                        request,
                        responses,
                        all,
                        evidence),
                keys);
    }

    private static List<Input> typed(List<Value> paths) {
        List<Input> inputs = new ArrayList<>();
        for (Value path : paths) {
            Matcher converter = CONVERTER.matcher(path.text());
            while (converter.find()) {
                inputs.add(new Input(converter.group(2), "path", converter.group(1), true));
            }
        }
        return inputs;
    }

    private static boolean isFalse(Expression expression) {
        return expression instanceof Name name && name.name().equals("False");
    }

    private static String schema(Expression expression) {
        return expression instanceof Call call
                ? call.name()
                : Python.last(Python.dotted(expression));
    }

    private static Optional<Response> response(Annotation annotation) {
        Optional<Expression> first = annotation.argument(0);
        boolean code = first.isPresent() && first.get() instanceof Expression.Numeral;
        Optional<Expression> type = code ? annotation.argument("schema", 1) : first;
        Optional<Expression> status =
                code
                        ? first
                        : annotation.argument("code").or(() -> annotation.argument("status_code"));
        int number =
                status.isPresent()
                                && status.get() instanceof Expression.Numeral n
                                && n.digits().matches("\\d{3}")
                        ? Integer.parseInt(n.digits())
                        : 200;
        return type.isPresent() || code
                ? Optional.of(new Response(number, type.map(FlaskViews::schema).orElse("")))
                : Optional.empty();
    }
}
