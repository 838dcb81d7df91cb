package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code UseFastEndpoints(c => …)} sets, by project. */
final class FastEndpointSettings {
    private final Web web;
    private final Map<String, Map<String, String>> byProject = new LinkedHashMap<>();

    FastEndpointSettings(Web web) {
        this.web = web;
        for (CodeFile file :
                web.code().filesWith(Dialect.CSHARP, "UseFastEndpoints", "MapFastEndpoints")) {
            if (!web.projects().tests(file)) {
                file.topLevel().forEach(s -> read(s, Scope.of(file)));
                for (TypeDeclaration type : file.types()) {
                    for (Member member : type.members()) {
                        if (!member.body().isEmpty()
                                && file.text(member.body()).contains("FastEndpoints(")) {
                            Scope scope = Scope.of(file, type, member);
                            FastEndpointConfiguration.statements(scope, member)
                                    .forEach(s -> read(s, scope));
                        }
                    }
                }
            }
        }
    }

    private void read(Statement statement, Scope scope) {
        statement
                .value()
                .walk(
                        each -> {
                            if (each instanceof Call call
                                    && call.name().endsWith("FastEndpoints")) {
                                call.arguments().forEach(a -> configured(a.value(), scope));
                            }
                        });
    }

    private void configured(Expression value, Scope scope) {
        if (value instanceof Lambda lambda) {
            List<Statement> statements = scope.file().statements(lambda.body());
            for (Statement statement : statements) {
                if (statement.target() instanceof Select select) {
                    String key = Web.dotted(select);
                    String tail = key.substring(key.indexOf('.') + 1);
                    Value text = web.text(statement.value(), scope.with(statements));
                    byProject
                            .computeIfAbsent(
                                    web.projects().of(scope.file()), p -> new LinkedHashMap<>())
                            .put(tail, text.text());
                }
            }
        }
    }

    String get(CodeFile file, String key) {
        String project = web.projects().of(file);
        Map<String, String> own = byProject.get(project);
        if (own == null) {
            own = Map.of();
            for (Map.Entry<String, Map<String, String>> entry : byProject.entrySet()) {
                if (web.projects().related(entry.getKey(), project)) {
                    own = entry.getValue();
                    break;
                }
            }
        }
        return own.getOrDefault(key, "");
    }
}
