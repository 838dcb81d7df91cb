package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Expression.Entry;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The entries of an object or dictionary literal; also of a Python set, whose entries have no key. */
final class MappingReader {
    private static final Set<String> MODIFIERS = Set.of("async", "get", "set", "static");

    private final ExpressionReader reader;
    private final Tokens tokens;
    private boolean keys;

    MappingReader(ExpressionReader reader) {
        this.reader = reader;
        this.tokens = reader.tokens;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        while (reader.at < reader.end) {
            int before = reader.at;
            entries.add(reader.dialect == Dialect.PYTHON ? python() : script());
            reader.at = Math.max(before + 1, reader.comma(reader.at) + 1);
        }
        return entries;
    }

    /** Whether what was read is a set. */
    boolean set() {
        return reader.dialect == Dialect.PYTHON && !keys && reader.end > 0 && reader.at > 0;
    }

    private Entry python() {
        if (tokens.is(reader.at, '*') && tokens.is(reader.at + 1, '*')) {
            reader.at += 2;
            keys = true;
            return new Entry(null, reader.read());
        }
        Expression key = reader.read();
        if (!tokens.is(reader.at, ':') || reader.at >= reader.end) {
            return new Entry(null, key);
        }
        keys = true;
        reader.at++;
        return new Entry(key, reader.read());
    }

    private Entry script() {
        if (reader.adjacent(3).equals("...")) {
            reader.at += 3;
            return new Entry(null, reader.read());
        }
        while (MODIFIERS.contains(tokens.word(reader.at)) && startsKey(reader.at + 1)) {
            reader.at++;
        }
        reader.at += tokens.is(reader.at, '*') ? 1 : 0;
        int start = reader.at;
        Expression key = key();
        if (tokens.is(reader.at, ':') && reader.at < reader.end) {
            reader.at++;
            return new Entry(key, reader.read());
        }
        if (tokens.is(reader.at, '(') || tokens.is(reader.at, '<')) {
            return new Entry(key, method(start));
        }
        return new Entry(key, reader.name(start));
    }

    private boolean startsKey(int token) {
        return token < reader.end
                && (tokens.isWord(token)
                        || tokens.isString(token)
                        || tokens.is(token, '[')
                        || tokens.is(token, '*'));
    }

    private Expression key() {
        int at = reader.at;
        if (tokens.is(at, '[')) {
            List<Expression> computed = reader.list(at + 1, tokens.next(at) - 1);
            reader.at = Math.min(reader.end, tokens.next(at));
            return computed.size() == 1 ? computed.get(0) : reader.opaque(at, reader.at);
        }
        if (tokens.isString(at)) {
            return new PrimaryReader(reader).string();
        }
        reader.at++;
        return new Text(tokens.word(at), reader.syntax.span(at, at + 1));
    }

    private Expression method(int start) {
        int open = reader.at;
        if (tokens.is(open, '<')) {
            int close = TypeReader.anglesEnd(tokens, open, reader.end);
            open = close > 0 ? close + 1 : open;
        }
        int body = tokens.is(open, '(') ? tokens.next(open) : open;
        while (body < reader.end && !tokens.is(body, '{') && !tokens.is(body, ',')) {
            body = tokens.next(body);
        }
        if (!tokens.is(open, '(') || !tokens.is(body, '{')) {
            return reader.opaque(start, Math.min(reader.end, body));
        }
        reader.at = Math.min(reader.end, tokens.next(body));
        return new Lambda(
                List.of(),
                reader.syntax.parameters(open, reader.depth() + 1),
                true,
                reader.syntax.inside(body),
                reader.since(start));
    }
}
