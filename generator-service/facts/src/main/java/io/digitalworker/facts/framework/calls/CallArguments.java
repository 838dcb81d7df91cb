package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of what calls are given. */
final class CallArguments {
    private final TypeGraph graph;
    private final CodeFile file;
    private final Tokens tokens;
    private final @Nullable TypeNode inside;
    private final Map<String, Meant> locals;
    private final Receivers names;
    private final ChainShape shape;

    CallArguments(
            TypeGraph graph,
            CodeFile file,
            @Nullable TypeNode inside,
            Map<String, Meant> locals,
            Receivers names,
            ChainShape shape) {
        this.graph = graph;
        this.file = file;
        this.tokens = file.tokens();
        this.inside = inside;
        this.locals = locals;
        this.names = names;
        this.shape = shape;
    }

    /** The type of the value that begins at a token, if it is an object that is made or a name. */
    Meant argument(int at) {
        int start = tokens.is(at, "new") ? at + 1 : at;
        if (!tokens.isWord(start)) {
            return Meant.UNKNOWN;
        }
        boolean created =
                start > at || (file.dialect() == Dialect.PYTHON && tokens.is(start + 1, '('));
        if (!created) {
            boolean alone = tokens.is(start + 1, ',') || tokens.is(start + 1, ')');
            return alone ? names.named(tokens.word(start)) : Meant.UNKNOWN;
        }
        int end = start + 1;
        while (tokens.is(end, '.') && tokens.isWord(end + 1)) {
            end += 2;
        }
        if (tokens.is(end, '<')) {
            int paren = shape.angles(end);
            end = paren > 0 ? paren : end;
        }
        return graph.meant(file.syntax().type(start, end), file, inside);
    }

    /** The class that is named as a whole argument: {@code User}, {@code User.class}. */
    @Nullable TypeNode classAt(int at) {
        boolean java = tokens.is(at + 1, '.') && tokens.is(at + 2, "class");
        int end = java ? at + 3 : at + 1;
        boolean alone = tokens.is(end, ',') || tokens.is(end, ')');
        boolean upper =
                tokens.isWord(at) && Character.isUpperCase(tokens.text().charAt(tokens.start(at)));
        if (!upper || !alone || locals.containsKey(tokens.word(at))) {
            return null;
        }
        return graph.meant(tokens.word(at), file, inside).node();
    }

    /** The type arguments of a call, the bracket of whose arguments is known. */
    Meant typeArgument(int name, int paren) {
        if (paren - name < 3 || !tokens.is(name + 1, '<')) {
            return Meant.UNKNOWN;
        }
        String written = file.syntax().type(name, paren);
        List<Meant> arguments = graph.meant(written, file, inside).arguments();
        return arguments.isEmpty() ? Meant.UNKNOWN : arguments.get(0);
    }
}
