package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Annotations and modifiers before a C# or Java declaration, in any order.
 *
 * @param start first token of the declaration; attributes of the assembly are not of it
 * @param head first token behind the annotations it begins with
 * @param next first token behind all of this
 */
record Prefix(int start, int head, int next, List<Annotation> annotations, Set<String> modifiers) {

    static Prefix read(Grammar grammar, int at) {
        return new Reading(grammar, at, true).all();
    }

    /** Only the annotations. */
    static Prefix annotations(Grammar grammar, int at) {
        return new Reading(grammar, at, false).all();
    }

    boolean has(String modifier) {
        return modifiers.contains(modifier);
    }

    private static final class Reading {
        private final Grammar grammar;
        private final Tokens tokens;
        private final boolean withModifiers;
        private final List<Annotation> annotations = new ArrayList<>();
        private final Set<String> modifiers = new LinkedHashSet<>();
        private int start;
        private int at;

        Reading(Grammar grammar, int at, boolean withModifiers) {
            this.grammar = grammar;
            this.tokens = grammar.tokens();
            this.withModifiers = withModifiers;
            this.at = at;
            this.start = at;
        }

        Prefix all() {
            annotations();
            int head = at;
            while (withModifiers && modifier()) {
                annotations();
            }
            return new Prefix(start, head, at, annotations, modifiers);
        }

        private void annotations() {
            if (grammar.java()) {
                int end = grammar.afterAnnotations(at);
                take(end);
            }
            while (grammar.csharp() && tokens.is(at, '[')) {
                int end = grammar.afterBrackets(at);
                if (ofAssembly(at)) {
                    at = end;
                    start = end;
                } else {
                    take(end);
                }
            }
        }

        private void take(int end) {
            if (end > at) {
                annotations.addAll(grammar.syntax().annotations(at, end));
                at = end;
            }
        }

        private boolean ofAssembly(int open) {
            boolean target = tokens.is(open + 1, "assembly") || tokens.is(open + 1, "module");
            return target && tokens.is(open + 2, ':');
        }

        private boolean modifier() {
            if (!tokens.isWord(at)) {
                return false;
            }
            String word = tokens.word(at);
            if (word.equals("non") && tokens.is(at + 1, '-') && tokens.is(at + 2, "sealed")) {
                modifiers.add("non-sealed");
                at += 3;
                return true;
            }
            Vocabulary vocabulary = grammar.vocabulary();
            boolean is = vocabulary.modifier(word) || (vocabulary.contextual(word) && modifies());
            if (is) {
                modifiers.add(word);
                at++;
            }
            return is;
        }

        /** Whether a declaration goes on behind this word, so that it is neither a type nor a name. */
        private boolean modifies() {
            int next = at + 1;
            if (tokens.is(next, '(')) {
                return tokens.is(at, "async") && tokens.isWord(tokens.next(next));
            }
            int after = next + 1;
            boolean named =
                    tokens.is(after, ';')
                            || tokens.is(after, '=')
                            || tokens.is(after, ',')
                            || tokens.is(after, '(')
                            || tokens.is(after, '{')
                            || tokens.isArrow(after);
            return tokens.isWord(next) && !named;
        }
    }
}
