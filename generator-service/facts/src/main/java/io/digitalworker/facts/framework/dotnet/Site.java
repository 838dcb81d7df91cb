package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place where a method is called or a word is used, found among the tokens; much cheaper than reading
 * whole bodies.
 *
 * @param token the name of what is called
 * @param end the token behind the call
 */
public record Site(CodeFile file, int token, int end) {
    private static final int MAX_TYPE_TOKENS = 60;

    /** The calls of methods of these names, declarations of such methods left out. */
    public static List<Site> calls(CodeFile file, Set<String> names) {
        List<Site> sites = new ArrayList<>();
        if (names.stream().noneMatch(file::mayHold)) {
            return sites;
        }
        Set<Integer> hashes = names.stream().map(String::hashCode).collect(Collectors.toSet());
        Tokens tokens = file.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            boolean called =
                    (tokens.is(i + 1, '(') || tokens.is(i + 1, '<'))
                            && tokens.isWord(i)
                            && hashes.contains(tokens.hash(i))
                            && names.contains(tokens.word(i));
            if (called && !declares(tokens, i)) {
                int open = opening(tokens, i + 1);
                if (open > 0) {
                    sites.add(new Site(file, i, tokens.next(open)));
                }
            }
        }
        return sites;
    }

    /** A type or a closing bracket of one right before the name means that it is declared here. */
    private static boolean declares(Tokens tokens, int name) {
        boolean typed =
                tokens.isWord(name - 1)
                        && !Set.of("await", "return", "new", "else", "in", "throw", "yield", "is")
                                .contains(tokens.word(name - 1));
        boolean generic = tokens.is(name - 1, '>') && tokens.isWord(name - 2);
        return typed || generic || (tokens.is(name - 1, ']') && tokens.isWord(name - 3));
    }

    /** The round bracket of a call, behind type arguments perhaps; zero if there is none. */
    private static int opening(Tokens tokens, int from) {
        if (tokens.is(from, '(')) {
            return from;
        }
        if (!tokens.is(from, '<')) {
            return 0;
        }
        int depth = 0;
        for (int i = from; i < Math.min(tokens.size(), from + MAX_TYPE_TOKENS); i++) {
            String token = tokens.isSymbol(i) ? tokens.word(i) : "";
            depth += token.equals("<") ? 1 : token.equals(">") ? -1 : 0;
            if (depth == 0) {
                return tokens.is(i + 1, '(') ? i + 1 : 0;
            }
            if (token.equals(";") || token.equals("{")) {
                return 0;
            }
        }
        return 0;
    }

    public String name() {
        return file.tokens().word(token);
    }

    public Span span() {
        Tokens tokens = file.tokens();
        return new Span(tokens.start(token), tokens.end(Math.min(end, tokens.size()) - 1));
    }

    public Evidence evidence() {
        return file.evidence(span());
    }

    /** The call without its receiver; without arguments if it is none. */
    public Call call() {
        Expression read = file.syntax().expression(token, Math.min(end, file.tokens().size()));
        return read instanceof Call call ? call : new Call(read, List.of(), List.of(), span());
    }

    /** The texts among the arguments' tokens, without reading them as expressions. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Argument argument : call().arguments()) {
            if (argument.value() instanceof Text text) {
                texts.add(text.value());
            }
        }
        return texts;
    }

    /** The innermost type around it; null outside any. */
    public @Nullable TypeDeclaration type() {
        TypeDeclaration found = null;
        for (TypeDeclaration type : file.types()) {
            boolean nearer = found == null || found.span().contains(type.span());
            if (nearer && type.span().contains(span())) {
                found = type;
            }
        }
        return found;
    }

    /** The member around it; null outside any. */
    public @Nullable Member member() {
        TypeDeclaration type = type();
        Member found = null;
        if (type != null) {
            for (Member member : type.members()) {
                found = member.span().contains(span()) ? member : found;
            }
        }
        return found;
    }

    /** The member, the type or, outside both, the file that it is in. */
    public String place() {
        Member member = member();
        TypeDeclaration type = type();
        String name = file.file().name();
        return member != null
                ? member.qualifiedName()
                : type != null && !type.name().isEmpty()
                        ? type.name()
                        : name.substring(0, Math.max(name.lastIndexOf('.'), 0));
    }

    /** What names such as {@code Defaults.Key} mean there; local variables are not in sight. */
    public Scope outerScope() {
        TypeDeclaration type = type();
        return type == null ? Scope.of(file) : Scope.of(file, type);
    }

    public Scope scope() {
        TypeDeclaration type = type();
        Member member = member();
        if (type == null) {
            return Scope.of(file);
        }
        return member == null ? Scope.of(file, type) : Scope.of(file, type, member);
    }
}
