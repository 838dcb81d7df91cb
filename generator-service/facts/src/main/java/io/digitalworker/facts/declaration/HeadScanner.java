package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * C# and Java, where a declaration begins with annotations and modifiers. Bodies of types and
 * namespaces are entered, those of members passed over by their brackets.
 */
final class HeadScanner implements Scanner {
    private final Vocabulary vocabulary;

    HeadScanner(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void scan(Tokens tokens, Found found) {
        new Run(new Grammar(tokens, vocabulary), found).all();
    }

    private static final class Run {
        private final Grammar grammar;
        private final Tokens tokens;
        private final ImportReader imports;
        private final TypeReader types;
        private final MemberReader members;
        private final Deque<Body> bodies = new ArrayDeque<>();

        Run(Grammar grammar, Found found) {
            this.grammar = grammar;
            this.tokens = grammar.tokens();
            this.imports = new ImportReader(grammar, found);
            this.types = new TypeReader(grammar, found, bodies);
            this.members = new MemberReader(grammar, found, bodies);
        }

        void all() {
            bodies.push(Body.ofFile(tokens.size(), ""));
            int at = 0;
            while (at < tokens.size()) {
                while (bodies.size() > 1 && at >= bodies.element().end()) {
                    at = Math.max(at, bodies.pop().end() + 1);
                }
                if (at < tokens.size()) {
                    at = Math.max(at + 1, declaration(at));
                }
            }
        }

        /** Behind what is declared here: for a type or namespace, within its body. */
        private int declaration(int at) {
            Prefix prefix = Prefix.read(grammar, at);
            Body body = bodies.element();
            int after = body.ofType() ? Grammar.NONE : outsideTypes(prefix, body);
            if (after == Grammar.NONE) {
                after = types.read(prefix, body);
            }
            if (after == Grammar.NONE) {
                after = members.read(prefix, body);
            }
            return after == Grammar.NONE ? afterUnknown(prefix.next(), body.end()) : after;
        }

        private int outsideTypes(Prefix prefix, Body body) {
            int keyword = prefix.next();
            boolean namespace = tokens.is(keyword, "namespace") || tokens.is(keyword, "package");
            return namespace ? namespace(keyword, body) : imports.read(keyword);
        }

        private int namespace(int keyword, Body body) {
            int to = grammar.afterType(keyword + 1);
            if (to == Grammar.NONE) {
                return Grammar.NONE;
            }
            String name = body.innerNamespace(grammar.written(keyword + 1, to));
            if (tokens.is(to, '{')) {
                bodies.push(Body.ofFile(tokens.partner(to), name));
            } else {
                bodies.pop();
                bodies.push(Body.ofFile(body.end(), name));
            }
            return to + 1;
        }

        /** Behind what is no declaration: a statement, an initialiser block, or broken text. */
        private int afterUnknown(int from, int end) {
            int to = from;
            while (to < end && !endsHead(to)) {
                to = tokens.next(to);
            }
            if (tokens.is(to, '=') || tokens.isArrow(to)) {
                return grammar.afterSemicolon(to, end);
            }
            return tokens.is(to, '{') ? grammar.afterBrackets(to) : to + 1;
        }

        private boolean endsHead(int token) {
            return tokens.is(token, '{')
                    || tokens.is(token, ';')
                    || tokens.is(token, '}')
                    || tokens.is(token, '=')
                    || tokens.isArrow(token);
        }
    }
}
