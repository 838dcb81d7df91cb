package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads condition, filter and key-condition expressions. */
public final class ConditionParser {
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "attribute_exists",
                    "attribute_not_exists",
                    "attribute_type",
                    "begins_with",
                    "contains");
    private static final Set<String> TYPES =
            Set.of("S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS");
    private static final int MAX_CHOICES = 100;
    private static final int MAX_NESTING = 100;

    private final TokenReader tokens;
    private int nesting;

    private ConditionParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** {@code kind} names the expression in messages. */
    public static Condition parse(String kind, String text, Placeholders placeholders) {
        ConditionParser parser = new ConditionParser(new TokenReader(kind, text, placeholders));
        Condition condition = parser.either();
        parser.tokens.expectEnd();
        return condition;
    }

    private Condition either() {
        if (++nesting > MAX_NESTING) {
            throw tokens.invalid("The expression is nested too deeply;");
        }
        Condition condition = both();
        while (tokens.takeKeyword("OR")) {
            condition = new Condition.Or(condition, both());
        }
        nesting--;
        return condition;
    }

    private Condition both() {
        Condition condition = negated();
        while (tokens.takeKeyword("AND")) {
            condition = new Condition.And(condition, negated());
        }
        return condition;
    }

    private Condition negated() {
        boolean not = false;
        while (tokens.takeKeyword("NOT")) {
            not = !not;
        }
        Condition condition = primary();
        return not ? new Condition.Not(condition) : condition;
    }

    private Condition primary() {
        if (tokens.peek().is("(")) {
            return parenthesised();
        }
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.WORD
                && tokens.peekNext().is("(")
                && !token.text().equals("size")) {
            return function(tokens.next());
        }
        return comparison(operand());
    }

    private Condition parenthesised() {
        tokens.expect("(");
        boolean twice = tokens.peek().is("(");
        int before = nesting;
        Condition condition = either();
        nesting = before;
        boolean wholeInside = twice && closedAtOnce(condition);
        tokens.expect(")");
        if (wholeInside) {
            throw tokens.invalid("The expression has redundant parentheses;");
        }
        lastParenthesised = condition;
        return condition;
    }

    // the condition that the last closing parenthesis ended, to tell ((a)) from ((a) AND b)
    private @org.jspecify.annotations.Nullable Condition lastParenthesised;

    @SuppressWarnings("ReferenceEquality") // the very object just read, not an equal one
    private boolean closedAtOnce(Condition condition) {
        return lastParenthesised == condition;
    }

    private Condition function(Token name) {
        if (!FUNCTIONS.contains(name.text())) {
            throw tokens.invalid("Invalid function name; function: " + name.text());
        }
        tokens.expect("(");
        Condition condition =
                switch (name.text()) {
                    case "attribute_exists" -> new Condition.Exists(tokens.path(), true);
                    case "attribute_not_exists" -> new Condition.Exists(tokens.path(), false);
                    case "attribute_type" -> hasType();
                    case "begins_with" -> beginsWith();
                    default -> contains();
                };
        tokens.expect(")");
        return condition;
    }

    private Condition hasType() {
        Path path = tokens.path();
        tokens.expect(",");
        Value type = tokens.literal();
        if (!(type instanceof Value.Text text)) {
            throw tokens.wrongOperand("attribute_type", type);
        }
        if (!TYPES.contains(text.value())) {
            throw tokens.invalid("Invalid attribute type name found; type: " + text.value());
        }
        return new Condition.HasType(path, text.value());
    }

    private Condition beginsWith() {
        Operand operand = operand();
        tokens.expect(",");
        Operand prefix = operand();
        for (Operand each : List.of(operand, prefix)) {
            if (each instanceof Operand.Literal literal && !isTextOrBytes(literal.value())) {
                throw tokens.wrongOperand("begins_with", literal.value());
            }
        }
        requireDistinct("begins_with", operand, prefix);
        return new Condition.BeginsWith(operand, prefix);
    }

    private static boolean isTextOrBytes(Value value) {
        return value instanceof Value.Text || value instanceof Value.Binary;
    }

    private Condition contains() {
        Operand operand = operand();
        tokens.expect(",");
        Operand part = operand();
        requireDistinct("contains", operand, part);
        return new Condition.Contains(operand, part);
    }

    private Condition comparison(Operand left) {
        if (tokens.takeKeyword("BETWEEN")) {
            return between(left);
        }
        if (tokens.takeKeyword("IN")) {
            return in(left);
        }
        Token operator = tokens.peek();
        if (operator.kind() != Token.Kind.SYMBOL
                || !Set.of("=", "<>", "<", "<=", ">", ">=").contains(operator.text())) {
            throw tokens.unexpected();
        }
        tokens.next();
        Operand right = operand();
        requireDistinct(operator.text(), left, right);
        requireOrdered(operator.text(), left, right);
        return new Condition.Compare(left, operator.text(), right);
    }

    private void requireOrdered(String operator, Operand left, Operand right) {
        if (operator.equals("=") || operator.equals("<>")) {
            return;
        }
        for (Operand each : List.of(left, right)) {
            if (each instanceof Operand.Literal literal
                    && ValueOrder.compare(literal.value(), literal.value()).isEmpty()) {
                throw tokens.wrongOperand(operator, literal.value());
            }
        }
    }

    private void requireDistinct(String operator, Operand left, Operand right) {
        if (left instanceof Operand.At at && at.equals(right)) {
            throw tokens.invalid(
                    "The first operand must be distinct from the remaining operands for this"
                            + " operator or function; operator: "
                            + operator
                            + ", first operand: ["
                            + at.path()
                            + "]");
        }
    }

    private Condition between(Operand left) {
        Operand low = operand();
        if (!tokens.takeKeyword("AND")) {
            throw tokens.unexpected();
        }
        Operand high = operand();
        requireOrdered("BETWEEN", low, high);
        if (low instanceof Operand.Literal a && high instanceof Operand.Literal b) {
            requireBounds(a.value(), b.value());
        }
        return new Condition.Between(left, low, high);
    }

    private void requireBounds(Value low, Value high) {
        if (!low.type().equals(high.type())) {
            throw tokens.invalid(
                    "The BETWEEN operator requires same data type for lower and upper bounds;");
        }
        if (ValueOrder.compare(low, high).orElse(0) > 0) {
            throw tokens.invalid(
                    "The BETWEEN operator requires upper bound to be greater than or equal to"
                            + " lower bound;");
        }
    }

    private Condition in(Operand left) {
        tokens.expect("(");
        List<Operand> choices = new ArrayList<>();
        do {
            choices.add(operand());
        } while (tokens.take(","));
        tokens.expect(")");
        if (choices.size() > MAX_CHOICES) {
            throw tooManyChoices(choices.size());
        }
        return new Condition.In(left, choices);
    }

    private AwsFault tooManyChoices(int count) {
        return tokens.invalid(
                "The IN operator is provided with too many operands; number of operands: " + count);
    }

    private Operand operand() {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.VALUE_PLACEHOLDER) {
            return new Operand.Literal(tokens.literal());
        }
        if (token.kind() == Token.Kind.WORD
                && token.text().equals("size")
                && tokens.peekNext().is("(")) {
            tokens.next();
            tokens.expect("(");
            Operand size = new Operand.SizeOf(tokens.path());
            tokens.expect(")");
            return size;
        }
        return new Operand.At(tokens.path());
    }
}
