package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Transition;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * The states that fields have from the start: what they are declared with, and the default of a column
 * ({@code default=}, {@code server_default=}, {@code @Column({default: …})}).
 */
record Defaults(CodeBase code, Findings findings) {
    private static final List<String> NAMES =
            List.of("default", "server_default", "insert_default");

    void of(StateField field) {
        Member member = field.member();
        Scope scope = Scope.of(field.file(), field.type());
        List<Expression> given = new ArrayList<>();
        boolean python = field.file().dialect() == Dialect.PYTHON;
        if (!member.initializer().isEmpty()) {
            Expression value = field.file().expression(member.initializer());
            if (python && value instanceof Call column) {
                NAMES.forEach(
                        name -> Argument.named(column.arguments(), name).ifPresent(given::add));
            } else {
                given.add(value);
            }
        }
        for (Annotation annotation : member.annotations()) {
            for (Argument argument : annotation.arguments()) {
                if (argument.value() instanceof Mapping mapping && mapping.get("default") != null) {
                    given.add(mapping.get("default"));
                }
            }
        }
        StateValues values = new StateValues(code);
        for (Expression each : given) {
            values.of(each, scope, field.states()).forEach(to -> add(field, to));
        }
    }

    private void add(StateField field, String to) {
        Member member = field.member();
        findings.add(
                new Transition(
                        field.entity(),
                        field.name(),
                        Changes.INITIAL,
                        "",
                        to,
                        member.qualifiedName(),
                        Confidence.RESOLVED,
                        member.evidence()));
    }
}
