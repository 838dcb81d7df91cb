package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Expression.Create;
import java.util.List;

/** {@code new}, with or without a type, arguments and initialiser. */
final class CreateReader {
    private final ExpressionReader reader;
    private final Tokens tokens;
    private final Syntax syntax;
    private final Dialect dialect;
    private final PrimaryReader primaries;

    CreateReader(ExpressionReader reader, PrimaryReader primaries) {
        this.reader = reader;
        this.tokens = reader.tokens;
        this.syntax = reader.syntax;
        this.dialect = reader.dialect;
        this.primaries = primaries;
    }

    Expression read() {
        int start = reader.at;
        reader.at++;
        int type = reader.at;
        while (tokens.is(reader.at, '@')) {
            reader.at += 2;
        }
        if (!tokens.is(type, '{')) {
            TypeReader.skip(reader);
        }
        if (reader.at == type && tokens.is(type, '[')) {
            reader.at = Math.min(reader.end, tokens.next(type));
        }
        if (type == reader.at && !tokens.is(type, '(') && !tokens.is(type, '{')) {
            reader.at = start;
            return primaries.named();
        }
        String written = tokens.is(type, '(') && sized(type) ? "" : syntax.type(type, reader.at);
        if (written.isEmpty()) {
            reader.at = type;
        }
        return created(start, written);
    }

    /** Whether {@code new (} goes on with arguments, not with a tuple type. */
    private boolean sized(int open) {
        return !tokens.is(tokens.next(open), '[');
    }

    private Expression created(int start, String type) {
        List<Argument> arguments = List.of();
        if (tokens.is(reader.at, '(')) {
            arguments = syntax.arguments(reader.at, reader.depth() + 1);
            reader.at = Math.min(reader.end, tokens.next(reader.at));
        }
        while (tokens.is(reader.at, '[') && dialect != Dialect.SCRIPT) {
            reader.at = Math.min(reader.end, tokens.next(reader.at));
        }
        List<Argument> initializer = List.of();
        if (tokens.is(reader.at, '{') && dialect != Dialect.SCRIPT) {
            boolean body = dialect == Dialect.JAVA && !type.endsWith("]");
            initializer = body ? List.of() : syntax.arguments(reader.at, reader.depth() + 1);
            reader.at = Math.min(reader.end, tokens.next(reader.at));
        }
        return new Create(type, arguments, initializer, reader.since(start));
    }
}
