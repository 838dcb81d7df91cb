package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A call, an annotation or an access by index, found among the tokens of a file, which is quicker than
 * reading its expressions.
 *
 * @param name the token that is called or indexed
 * @param open the bracket behind it, and behind its type arguments
 */
public record Site(CodeFile file, int name, int open) {
    private static final int MAX_TYPE_ARGUMENTS = 40;

    /** All sites of a file whose name passes. */
    public static List<Site> of(CodeFile file, Predicate<String> names) {
        List<Site> sites = new ArrayList<>();
        Tokens tokens = file.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.isWord(i)) {
                int open = open(tokens, i + 1);
                if (open > 0 && names.test(tokens.word(i))) {
                    sites.add(new Site(file, i, open));
                }
            }
        }
        return sites;
    }

    private static int open(Tokens tokens, int at) {
        if (tokens.is(at, '(') || tokens.is(at, '[')) {
            return at;
        }
        if (!tokens.is(at, '<')) {
            return tokens.is(at, '?') && tokens.is(at + 1, '[') ? at + 1 : -1;
        }
        int depth = 0;
        for (int i = at; i < at + MAX_TYPE_ARGUMENTS; i++) {
            depth += tokens.is(i, '<') ? 1 : tokens.is(i, '>') ? -1 : 0;
            if (depth == 0) {
                return tokens.is(i + 1, '(') ? i + 1 : -1;
            }
        }
        return -1;
    }

    public String word() {
        return file.tokens().word(name);
    }

    public boolean isIndex() {
        return file.tokens().is(open, '[');
    }

    public boolean isAnnotation() {
        return file.tokens().is(name - 1, '@');
    }

    /** The type argument as written; empty without one. */
    public String typeArgument() {
        return open > name + 1 ? file.syntax().type(name + 2, open - 1) : "";
    }

    /** The last name of what it is called on, {@code )} or {@code ]} if that is no name; else empty. */
    public String receiver() {
        Tokens tokens = file.tokens();
        int dot = tokens.is(name - 1, '.') ? name - 1 : -1;
        int before = dot < 0 ? -1 : tokens.is(dot - 1, '?') ? dot - 2 : dot - 1;
        return before < 0 ? "" : tokens.word(before);
    }

    /** What its receiver calls or indexes, as in {@code here(…).name(…)}. */
    public Optional<Site> before() {
        Tokens tokens = file.tokens();
        int close = isIndex() && !tokens.isWord(name) ? name : name - 2;
        boolean bracket = tokens.is(close, ')') || tokens.is(close, ']');
        int start = bracket ? tokens.partner(close) : -1;
        if (start < 1 || start == close) {
            return Optional.empty();
        }
        int word = start - 1;
        if (tokens.is(word, '>')) {
            for (int i = word; i > word - MAX_TYPE_ARGUMENTS && i > 0; i--) {
                if (tokens.is(i, '<')) {
                    word = i - 1;
                    break;
                }
            }
        }
        return tokens.isWord(word) ? Optional.of(new Site(file, word, start)) : Optional.empty();
    }

    public List<Argument> arguments() {
        return file.syntax().arguments(open);
    }

    /** The token behind the closing bracket. */
    public int after() {
        return file.tokens().next(open);
    }

    public boolean isEmpty() {
        return file.tokens().partner(open) == open + 1;
    }

    public Span span() {
        return file.syntax().span(name, Math.min(file.tokens().size(), after()));
    }

    public Evidence evidence() {
        return file.evidence(span());
    }

    /** The text of an expression in the brackets; empty braces stand for what is unknown. */
    public Value value(CodeBase code, Expression expression) {
        return expression instanceof Expression.Text text
                ? new Value(text.value(), true, true)
                : code.values().first(expression, scope());
    }

    /** The value of the argument with a name, else of the one at a position. */
    public Optional<Value> argument(CodeBase code, String named, int position) {
        return Argument.of(arguments(), named, position).map(each -> value(code, each));
    }

    /** The declaration around it. */
    public Scope scope() {
        int at = file.tokens().start(name);
        TypeDeclaration inner = null;
        for (TypeDeclaration type : file.types()) {
            boolean around = type.span().start() <= at && at < type.span().end();
            if (around && (inner == null || type.kind() != TypeKind.FILE)) {
                inner = type;
            }
        }
        if (inner == null) {
            return Scope.of(file);
        }
        for (Member member : inner.members()) {
            if (member.span().start() <= at && at < member.span().end()) {
                return Scope.of(file, inner, member);
            }
        }
        return inner.kind() == TypeKind.FILE ? Scope.of(file) : Scope.of(file, inner);
    }
}
