package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the tokens of a body once: notes the types of local variables, and follows each chain of
 * names and calls from where it begins.
 */
final class BodyScan {
    private static final int MAX_TYPE = 40;
    private static final Set<String> NO_TYPE =
            Set.of(
                    "return",
                    "new",
                    "await",
                    "throw",
                    "in",
                    "is",
                    "as",
                    "case",
                    "out",
                    "ref",
                    "else",
                    "yield",
                    "typeof",
                    "goto",
                    "when",
                    "and",
                    "or",
                    "not",
                    "async",
                    "do",
                    "instanceof",
                    "of",
                    "from",
                    "where",
                    "select",
                    "join",
                    "on",
                    "equals",
                    "by",
                    "let",
                    "const",
                    "var",
                    "val",
                    "final",
                    "static",
                    "this",
                    "import",
                    "export",
                    "extends",
                    "implements",
                    "assert",
                    "del",
                    "lambda",
                    "if",
                    "with",
                    "for");
    private static final Set<String> INFERRED = Set.of("var", "let", "const", "val");

    private static final Set<String> PROVIDES = Set.of("Depends", "Security");

    private final CallWorld world;
    private final CodeFile file;
    private final Tokens tokens;
    private final @Nullable TypeNode inside;
    private final Map<String, Meant> locals = new HashMap<>();
    private final Chain chain;
    private final boolean typed;
    private final boolean python;

    /**
     * @param inside the type around the body; null outside any
     * @param member whose body it is; null outside any
     * @param known what names mean in all of the type; is added to
     */
    BodyScan(
            CallWorld world,
            CallSink sink,
            CodeFile file,
            @Nullable TypeNode inside,
            @Nullable Member member,
            Map<String, Receiver> known) {
        this.world = world;
        this.file = file;
        this.tokens = file.tokens();
        boolean ofType = inside != null && inside.declaration().kind() != TypeKind.FILE;
        this.inside = ofType ? inside : null;
        this.python = file.dialect() == Dialect.PYTHON;
        this.typed = file.dialect() == Dialect.CSHARP || file.dialect() == Dialect.JAVA;
        String from = member == null ? file.file().name() : member.qualifiedName();
        this.chain = new Chain(world, sink, file, this.inside, from, locals, known);
        if (member != null) {
            member.parameters().forEach(this::declare);
            member.parameters().forEach(this::provided);
        }
    }

    /** What a framework does for a parameter: {@code user = Depends(current_user)}. */
    private void provided(Parameter parameter) {
        Expression given = parameter.defaultValue();
        if (!python || !(given instanceof Call call)) {
            return;
        }
        scan(given.span());
        boolean depends = PROVIDES.contains(call.name()) && !call.arguments().isEmpty();
        if (depends && call.arguments().get(0).value() instanceof Name name) {
            chain.function(name.name(), tokens.at(name.span().start()));
        }
    }

    private void declare(Parameter parameter) {
        String name = parameter.name();
        if (!python || !(name.equals("self") || name.equals("cls"))) {
            locals.put(name, meant(parameter.type()));
        }
    }

    private Meant meant(String written) {
        return world.graph().meant(written, file, inside);
    }

    void scan(Span span) {
        int from = tokens.at(span.start());
        int to = tokens.at(span.end());
        for (int i = from; i < to; i++) {
            if (tokens.isWord(i)) {
                word(i, to);
            } else if (tokens.isArrow(i)) {
                arrow(i);
            }
        }
    }

    private void word(int i, int to) {
        if (chain.shape().continues(i)) {
            return;
        }
        int next = i + 1;
        boolean opens = chain.shape().opens(i, next);
        if (!opens && typed && declares(next)) {
            local(i);
        } else if (!opens && !typed) {
            untyped(i);
        }
        if (opens) {
            Chain.Value value = chain.follow(i, to);
            assign(i, value);
        } else if (tokens.is(i - 1, '=') || tokens.is(i - 1, "in") || tokens.is(i - 1, "await")) {
            assignName(i);
        }
    }

    /** What may stand behind the name of a variable that is declared. */
    private boolean declares(int next) {
        return tokens.is(next, '=')
                || tokens.is(next, ';')
                || tokens.is(next, ',')
                || tokens.is(next, ')')
                || tokens.is(next, ':')
                || tokens.is(next, '&')
                || tokens.is(next, "in");
    }

    /** {@code Type name}, if a type stands before the name. */
    private void local(int name) {
        int last = name - 1;
        int start = typeStart(last, tokens.is(name + 1, ':'));
        if (start >= 0) {
            String written = file.syntax().type(start, name);
            boolean inferred = INFERRED.contains(written);
            locals.put(tokens.word(name), inferred ? Meant.UNKNOWN : meant(written));
        }
    }

    /** Where a type begins that ends at a token; -1 if none does. */
    private int typeStart(int last, boolean beforeColon) {
        int at = last;
        if (tokens.is(at, '?') && !beforeColon) {
            at--;
        }
        while (tokens.is(at, ']') && tokens.is(at - 1, '[')) {
            at -= 2;
        }
        if (tokens.is(at, '>')) {
            at = beforeAngles(at);
        }
        if (!tokens.isWord(at)) {
            return -1;
        }
        String word = tokens.word(at);
        if (INFERRED.contains(word) && at == last) {
            return at;
        }
        if (NO_TYPE.contains(word)) {
            return -1;
        }
        while (tokens.is(at - 1, '.') && tokens.isWord(at - 2)) {
            at -= 2;
        }
        return at;
    }

    private int beforeAngles(int close) {
        int depth = 0;
        for (int i = close; i > close - MAX_TYPE && i > 0; i--) {
            if (tokens.is(i, '>')) {
                depth++;
            } else if (tokens.is(i, '<')) {
                depth--;
            } else if (!tokens.isWord(i) && !tokens.isSymbol(i)) {
                return -1;
            }
            if (depth == 0) {
                return i - 1;
            }
        }
        return -1;
    }

    /** {@code const name: Type}, {@code const name = }, and Python's {@code name = }. */
    private void untyped(int name) {
        int next = name + 1;
        boolean declared =
                python
                        ? tokens.firstOnLine(name) || tokens.is(name - 1, "as")
                        : INFERRED.contains(tokens.word(name - 1));
        boolean looped = tokens.is(name - 1, "for");
        if (!declared && !looped) {
            return;
        }
        if (tokens.is(next, ':') && declared && !tokens.is(name - 1, "as")) {
            int end = typeEnd(next + 1);
            locals.put(tokens.word(name), meant(file.syntax().type(next + 1, end)));
        } else if ((tokens.is(next, '=') && !tokens.is(next + 1, '=')) || looped) {
            locals.put(tokens.word(name), Meant.UNKNOWN);
        }
    }

    private int typeEnd(int from) {
        int at = from;
        int angles = 0;
        while (at < from + MAX_TYPE && at < tokens.size()) {
            boolean ends = tokens.is(at, '=') || tokens.is(at, ';') || tokens.isArrow(at);
            boolean line = at > from && tokens.firstOnLine(at) && angles == 0;
            if (ends || line || tokens.is(at, ')')) {
                break;
            }
            angles += tokens.is(at, '<') ? 1 : tokens.is(at, '>') ? -1 : 0;
            at = tokens.next(at);
        }
        return Math.min(at, tokens.size());
    }

    /** The parameters of a lambda; those without type hide what has their name. */
    private void arrow(int arrow) {
        if (tokens.is(arrow - 1, ')')) {
            int open = tokens.partner(arrow - 1);
            if (open < arrow - 1) {
                file.syntax().parameters(open).forEach(this::declare);
            }
        } else if (tokens.isWord(arrow - 1) && !tokens.is(arrow - 2, '.')) {
            locals.put(tokens.word(arrow - 1), Meant.UNKNOWN);
        }
    }

    /** {@code name = other}. */
    private void assignName(int i) {
        boolean ends =
                tokens.is(i + 1, ';')
                        || tokens.is(i + 1, ')')
                        || tokens.firstOnLine(i + 1)
                        || tokens.is(i + 1, ',');
        if (ends) {
            assign(i, new Chain.Value(chain.named(tokens.word(i)), i + 1));
        }
    }

    /** Notes what a variable is that is set to a chain as a whole. */
    private void assign(int start, Chain.Value value) {
        int before = start - 1;
        while (tokens.is(before, "await")
                || tokens.is(before, "new")
                || (tokens.is(before, '(') && value.end() > tokens.partner(before))) {
            before--;
        }
        boolean each = tokens.is(before, "in") || tokens.is(before, "of") || tokens.is(before, ':');
        int name = before - 1;
        if (!tokens.isWord(name) || (!each && !tokens.is(before, '='))) {
            return;
        }
        boolean ofType = !typed && tokens.is(name - 1, ':') && !tokens.firstOnLine(name);
        boolean label = each && tokens.is(before, ':') && !eachOfJava(name);
        if (tokens.is(name - 1, '.') || ofType || label) {
            return;
        }
        String variable = tokens.word(name);
        Meant known = locals.get(variable);
        boolean open = known == null ? !typed && !each : !known.known();
        if (open && (known != null || python)) {
            locals.put(variable, each ? LibraryTypes.element(value.type()) : value.type());
        }
    }

    private boolean eachOfJava(int name) {
        return file.dialect() == Dialect.JAVA && tokens.is(name - 1, "var");
    }
}
