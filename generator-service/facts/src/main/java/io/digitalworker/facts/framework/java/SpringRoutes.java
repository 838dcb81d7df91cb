package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.budget.Descent;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Spring's functional routes: the beans of type {@code RouterFunction} with what they nest and include.
 * Routes of a function that no bean includes have a prefix that is not known.
 */
public final class SpringRoutes implements Framework {
    private static final Set<String> VERBS =
            Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final Set<String> NESTS = Set.of("nest", "andNest", "path");
    private static final Set<String> INCLUDES = Set.of("add", "and", "andOther");
    private static final int MAX_DEPTH = 12;
    private static final int MAX_FUNCTIONS = 200;

    @Override
    public void extract(CodeBase base, Findings findings) {
        if (!JavaCode.holds(base, "RouterFunction")) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        List<CodeFile> files =
                code.files("RouterFunction").stream()
                        .filter(f -> JavaCode.imports(f, "org.springframework.web."))
                        .toList();
        Reading reading = new Reading(code, findings, new HashSet<>());
        List<Symbol.Function> loose = new ArrayList<>();
        for (CodeFile file : files) {
            for (TypeDeclaration type : file.types()) {
                for (Member member : type.members()) {
                    reading.root(new Symbol.Function(file, type, member), loose);
                }
            }
        }
        loose.stream().filter(f -> !reading.read().contains(f.member())).forEach(reading::loose);
    }

    /**
     * @param read the members that have been read as beans or as parts of them
     */
    private record Reading(JavaCode code, Findings findings, Set<Member> read) {

        void root(Symbol.Function function, List<Symbol.Function> loose) {
            Member member = function.member();
            boolean routes =
                    member.kind() == MemberKind.METHOD
                            && member.type().contains("RouterFunction<")
                            && !member.body().isEmpty();
            if (!routes) {
                return;
            }
            if (Annotation.find(member.annotations(), "Bean").isPresent()) {
                String file = function.file().path();
                function(function, SpringPrefixes.ofSettings(code, file, true), start());
            } else {
                loose.add(function);
            }
        }

        void loose(Symbol.Function function) {
            function(function, new Value("{prefix}", false, false), start());
        }

        private static Descent start() {
            return Descent.of(MAX_DEPTH, MAX_FUNCTIONS);
        }

        private void function(Symbol.Function function, Value prefix, Descent depth) {
            read.add(function.member());
            Scope scope = function.scope();
            for (Statement statement : scope.locals()) {
                routes(statement.value(), scope, prefix, depth);
            }
        }

        private void routes(Expression expression, Scope scope, Value prefix, Descent depth) {
            if (depth.ended()) {
                return;
            }
            for (Call call : JavaBodies.chain(expression)) {
                call(call, scope, prefix, depth);
            }
        }

        private void call(Call call, Scope scope, Value prefix, Descent depth) {
            List<Expression> given = call.arguments().stream().map(Argument::value).toList();
            String name = call.name();
            if (VERBS.contains(name) && given.size() >= 2) {
                Value path = code.base().values().first(given.get(0), scope);
                endpoint(List.of(name), path, handlerOf(given), call, scope, prefix);
            } else if ((name.equals("route") || name.equals("andRoute")) && given.size() >= 2) {
                List<String> verbs = new ArrayList<>();
                Value path = predicate(given.get(0), scope, verbs);
                endpoint(verbs, path, given.get(1), call, scope, prefix);
            } else if (NESTS.contains(name) && given.size() >= 2) {
                Value inner =
                        name.equals("path")
                                ? code.base().values().first(given.get(0), scope)
                                : predicate(given.get(0), scope, new ArrayList<>());
                nested(given.get(1), scope, SpringPrefixes.plus(prefix, inner), depth.deeper());
            } else if (INCLUDES.contains(name) && given.size() == 1) {
                nested(given.get(0), scope, prefix, depth.deeper());
            } else if (given.isEmpty() && !depth.isFirst()) {
                included(call, scope, prefix, depth);
            }
        }

        private static Expression handlerOf(List<Expression> given) {
            return given.stream()
                    .skip(1)
                    .filter(e -> e instanceof Select || e instanceof Lambda)
                    .findFirst()
                    .orElse(given.get(1));
        }

        private void nested(Expression inner, Scope scope, Value prefix, Descent depth) {
            if (inner instanceof Lambda lambda) {
                JavaBodies.bodyOf(lambda, scope.file())
                        .forEach(each -> routes(each, scope, prefix, depth));
            } else if (inner instanceof Select || inner instanceof Name) {
                included(inner, scope, prefix, depth);
            } else {
                routes(inner, scope, prefix, depth);
            }
        }

        /** Routes that another method of the archive makes. */
        private void included(Expression expression, Scope scope, Value prefix, Descent depth) {
            Expression function = expression instanceof Call call ? call.function() : expression;
            code.base()
                    .symbols()
                    .find(function, scope)
                    .filter(Symbol.Function.class::isInstance)
                    .map(Symbol.Function.class::cast)
                    .filter(f -> f.member().type().contains("RouterFunction") && !depth.ended())
                    .ifPresent(f -> function(f, prefix, depth.deeper()));
        }

        /** {@code GET("/x").and(accept(JSON))}, {@code path("/x")}, {@code method(GET)}. */
        private Value predicate(Expression expression, Scope scope, List<String> verbs) {
            Value[] path = {new Value("", true, true)};
            expression.walk(
                    each -> {
                        if (each instanceof Call call && !call.arguments().isEmpty()) {
                            Expression first = call.arguments().get(0).value();
                            boolean verb = VERBS.contains(call.name());
                            if (verb) {
                                verbs.add(call.name());
                            }
                            if (verb || call.name().equals("path")) {
                                path[0] = code.base().values().first(first, scope);
                            } else if (call.name().equals("method")) {
                                String written = scope.file().text(first.span());
                                verbs.add(written.replaceAll(".*\\.", "").toUpperCase(Locale.ROOT));
                            }
                        }
                    });
            return path[0];
        }

        private void endpoint(
                List<String> verbs,
                Value path,
                Expression handler,
                Call call,
                Scope scope,
                Value prefix) {
            CodeFile file = scope.file();
            String name = Routes.handler(code, handler, scope);
            for (String verb : verbs.isEmpty() ? List.of("ANY") : verbs) {
                String plain = VERBS.contains(verb) ? verb : "ANY";
                Value whole = SpringPrefixes.plus(prefix, path);
                Routes.add(
                        code,
                        findings,
                        "spring",
                        plain,
                        whole,
                        name,
                        file,
                        file.evidence(place(call)));
            }
        }

        /** The call alone, without the chain before it. */
        private static Span place(Call call) {
            Expression receiver = call.receiver();
            int start = receiver == null ? call.span().start() : receiver.span().end();
            return new Span(
                    Math.min(firstArgument(call, start), call.span().end()), call.span().end());
        }

        private static int firstArgument(Call call, int otherwise) {
            return call.arguments().isEmpty()
                    ? otherwise
                    : call.arguments().get(0).value().span().start();
        }
    }
}
