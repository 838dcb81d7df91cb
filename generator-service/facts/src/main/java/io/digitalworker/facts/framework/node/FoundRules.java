package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules that are found, and their bounds. */
record FoundRules(CodeBase code, Findings findings) {
    void add(
            String target,
            String field,
            String rule,
            String bound,
            String framework,
            Evidence evidence) {
        findings.add(
                new Validation(
                        target, field, rule, bound, framework, Confidence.LITERAL, evidence));
    }

    /** The value of a bound; as written where that is not known. */
    String bound(@Nullable Expression expression, Scope scope) {
        if (expression == null || expression instanceof Mapping) {
            return "";
        }
        if (expression instanceof Numeral || expression instanceof Text) {
            return code.values().first(expression, scope).text();
        }
        Optional<String> text = code.values().text(expression, scope);
        boolean inside = expression.span().end() <= scope.file().text().length();
        return text.orElse(
                inside ? Authorization.written(scope.file().text(expression.span())) : "");
    }
}
