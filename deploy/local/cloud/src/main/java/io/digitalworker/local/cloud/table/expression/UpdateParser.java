package io.digitalworker.local.cloud.table.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads update expressions: SET, REMOVE, ADD and DELETE, each clause at most once. */
final class UpdateParser {
    private static final String KIND = "UpdateExpression";

    private final TokenReader tokens;
    private final List<Update.Action> actions = new ArrayList<>();

    private UpdateParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    static List<Update.Action> parse(String text, Placeholders placeholders) {
        UpdateParser parser = new UpdateParser(new TokenReader(KIND, text, placeholders));
        parser.clauses();
        OverlappingPaths.refuse(KIND, parser.actions.stream().map(Update.Action::path).toList());
        return parser.actions;
    }

    private void clauses() {
        Set<String> seen = new HashSet<>();
        while (tokens.peek().kind() != Token.Kind.END) {
            String clause = tokens.peek().text().toUpperCase(Locale.ROOT);
            if (!Set.of("SET", "REMOVE", "ADD", "DELETE").contains(clause)) {
                throw tokens.unexpected();
            }
            tokens.next();
            if (!seen.add(clause)) {
                throw tokens.invalid(
                        "The \""
                                + clause
                                + "\" section can only be used once in an update expression;");
            }
            do {
                actions.add(action(clause));
            } while (tokens.take(","));
        }
    }

    private Update.Action action(String clause) {
        Path path = tokens.path();
        return switch (clause) {
            case "SET" -> {
                tokens.expect("=");
                yield new Update.Assign(path, sum());
            }
            case "REMOVE" -> new Update.Remove(path);
            case "ADD" -> new Update.Add(path, addable());
            default -> new Update.Delete(path, deletable());
        };
    }

    private Value addable() {
        Value value = tokens.literal();
        if (!(value instanceof Value.Num) && !(value instanceof Value.SetOf)) {
            throw tokens.wrongOperand("ADD", value);
        }
        return value;
    }

    private Value.SetOf deletable() {
        Value value = tokens.literal();
        if (!(value instanceof Value.SetOf set)) {
            throw tokens.wrongOperand("DELETE", value);
        }
        return set;
    }

    private UpdateOperand sum() {
        UpdateOperand left = operand();
        if (!tokens.peek().is("+") && !tokens.peek().is("-")) {
            return left;
        }
        String operator = tokens.next().text();
        UpdateOperand right = operand();
        for (UpdateOperand each : List.of(left, right)) {
            if (each instanceof UpdateOperand.Literal literal
                    && !(literal.value() instanceof Value.Num)) {
                throw tokens.wrongOperand(operator, literal.value());
            }
        }
        return new UpdateOperand.Sum(left, operator.equals("-"), right);
    }

    private UpdateOperand operand() {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.VALUE_PLACEHOLDER) {
            return new UpdateOperand.Literal(tokens.literal());
        }
        if (tokens.take("(")) {
            UpdateOperand inner = sum();
            tokens.expect(")");
            return inner;
        }
        if (token.kind() == Token.Kind.WORD && tokens.peekNext().is("(")) {
            return function(tokens.next().text());
        }
        return new UpdateOperand.At(tokens.path());
    }

    private UpdateOperand function(String name) {
        tokens.expect("(");
        UpdateOperand result;
        if (name.equals("if_not_exists")) {
            Path path = tokens.path();
            tokens.expect(",");
            result = new UpdateOperand.IfNotExists(path, operand());
        } else if (name.equals("list_append")) {
            UpdateOperand head = operand();
            tokens.expect(",");
            result = new UpdateOperand.ListAppend(head, operand());
        } else {
            throw tokens.invalid("Invalid function name; function: " + name);
        }
        tokens.expect(")");
        return result;
    }
}
