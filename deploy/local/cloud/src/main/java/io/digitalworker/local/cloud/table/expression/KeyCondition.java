package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key condition: one partition, and optionally a stretch of its sort keys.
 *
 * @param operator {@code =}, {@code <}, {@code <=}, {@code >}, {@code >=}, {@code BETWEEN} or
 *     {@code begins_with}; null if the condition says nothing of the sort key
 * @param operands one value, two for BETWEEN, none without an operator
 */
public record KeyCondition(Value partition, @Nullable String operator, List<Value> operands) {
    private static final String KIND = "KeyConditionExpression";

    public KeyCondition {
        operands = List.copyOf(operands);
    }

    /** {@code sortKey} is null if the table or index has none. */
    public static KeyCondition parse(
            String text, Placeholders placeholders, String partitionKey, @Nullable String sortKey) {
        List<Condition> parts = new ArrayList<>();
        flatten(ConditionParser.parse(KIND, text, placeholders), parts);
        Value partition = null;
        KeyCondition sort = null;
        for (Condition part : parts) {
            KeyCondition term = term(part);
            String attribute = attribute(part);
            if (attribute.equals(partitionKey) && partition == null) {
                partition = partition(term);
            } else if (attribute.equals(sortKey) && sort == null) {
                sort = term;
            } else {
                throw missed(partition == null ? partitionKey : attribute);
            }
        }
        if (partition == null) {
            throw missed(partitionKey);
        }
        return sort == null
                ? new KeyCondition(partition, null, List.of())
                : new KeyCondition(partition, sort.operator(), sort.operands());
    }

    private static AwsFault missed(String attribute) {
        return AwsFault.validation("Query condition missed key schema element: " + attribute);
    }

    private static void flatten(Condition condition, List<Condition> parts) {
        if (condition instanceof Condition.And and) {
            flatten(and.left(), parts);
            flatten(and.right(), parts);
        } else {
            parts.add(condition);
        }
    }

    private static Value partition(KeyCondition term) {
        if (!"=".equals(term.operator())) {
            throw AwsFault.validation("Query key condition not supported");
        }
        return term.operands().get(0);
    }

    private static String attribute(Condition part) {
        return part.paths()
                .findFirst()
                .filter(Path::isTopLevel)
                .map(Path::attribute)
                .orElseThrow(() -> unsupported("nested attribute"));
    }

    private static KeyCondition term(Condition part) {
        if (part instanceof Condition.Compare compare && !compare.operator().equals("<>")) {
            return compared(compare);
        } else if (part instanceof Condition.Between between
                && between.operand() instanceof Operand.At
                && between.low() instanceof Operand.Literal low
                && between.high() instanceof Operand.Literal high) {
            return new KeyCondition(low.value(), "BETWEEN", List.of(low.value(), high.value()));
        } else if (part instanceof Condition.BeginsWith begins
                && begins.operand() instanceof Operand.At
                && begins.prefix() instanceof Operand.Literal prefix) {
            return new KeyCondition(prefix.value(), "begins_with", List.of(prefix.value()));
        }
        throw unsupported(part.getClass().getSimpleName());
    }

    private static KeyCondition compared(Condition.Compare compare) {
        if (compare.left() instanceof Operand.At
                && compare.right() instanceof Operand.Literal literal) {
            return new KeyCondition(literal.value(), compare.operator(), List.of(literal.value()));
        }
        if (compare.right() instanceof Operand.At
                && compare.left() instanceof Operand.Literal literal) {
            return new KeyCondition(
                    literal.value(), mirrored(compare.operator()), List.of(literal.value()));
        }
        throw unsupported("comparison of two attributes");
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private static AwsFault unsupported(String what) {
        return AwsFault.validation("Invalid operator used in KeyConditionExpression: " + what);
    }
}
