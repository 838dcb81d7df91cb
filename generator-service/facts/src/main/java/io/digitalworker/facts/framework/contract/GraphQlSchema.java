package io.digitalworker.facts.framework.contract;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the fields of the root types of a GraphQL schema. */
public final class GraphQlSchema {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\"\"\"[\\s\\S]*?(?:\"\"\"|\\z)|\"(?:[^\"\\\\\\n]|\\\\.)*\"|#[^\\n]*"
                            + "|[A-Za-z_]\\w*|[{}()\\[\\]:!=@|&,$]|-?[\\d.]+");

    private final List<Token> tokens = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, String> roots = new HashMap<>();
    private int at;

    private record Token(String text, int start, int end) {}

    /**
     * A field of Query, Mutation or Subscription.
     *
     * @param arguments as written
     * @param start offset of its name
     * @param end offset behind its type
     */
    public record Field(
            String type, String field, String arguments, String result, int start, int end) {
        /** Such as {@code Query.article}. */
        public String name() {
            return type + "." + field;
        }

        /** Type {@code graphql-field} with settings {@code arguments} and {@code result}. */
        public Resource resource(Evidence evidence) {
            SortedMap<String, String> settings = new TreeMap<>();
            settings.put("result", result);
            if (!arguments.isEmpty()) {
                settings.put("arguments", arguments);
            }
            return new Resource(
                    name(),
                    "graphql-field",
                    "graphql",
                    settings,
                    List.of(),
                    Confidence.LITERAL,
                    evidence);
        }
    }

    private GraphQlSchema(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            char first = text.charAt(matcher.start());
            if (first != '#' && first != '"' && first != ',') {
                tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
            }
        }
        for (String root : List.of("Query", "Mutation", "Subscription")) {
            roots.put(root, root);
        }
    }

    /** In the order of the text; nothing that it holds makes it fail. */
    public static List<Field> fields(String text) {
        GraphQlSchema schema = new GraphQlSchema(text);
        schema.read();
        return List.copyOf(schema.fields);
    }

    private String word(int index) {
        return index < tokens.size() ? tokens.get(index).text() : "";
    }

    private void read() {
        int depth = 0;
        for (at = 0; at < tokens.size(); at++) {
            String word = word(at);
            if (depth == 0 && word.equals("schema")) {
                renameRoots();
            }
            if (depth == 0 && word.equals("type") && roots.containsKey(word(at + 1))) {
                type(roots.get(word(at + 1)));
            } else if (word.equals("{")) {
                depth++;
            } else if (word.equals("}")) {
                depth = Math.max(0, depth - 1);
            }
        }
    }

    /** {@code schema { query: RootQuery }}. */
    private void renameRoots() {
        Set<String> kinds = Set.of("query", "mutation", "subscription");
        for (int i = at + 1; i + 2 < tokens.size() && !word(i).equals("}"); i++) {
            if (kinds.contains(word(i)) && word(i + 1).equals(":")) {
                String kind = word(i);
                roots.put(word(i + 2), Character.toUpperCase(kind.charAt(0)) + kind.substring(1));
            }
        }
    }

    private void type(@Nullable String root) {
        while (at < tokens.size() && !word(at).equals("{")) {
            at++;
        }
        at++;
        while (at < tokens.size() && !word(at).equals("}")) {
            field(String.valueOf(root));
        }
    }

    private void field(String root) {
        Token name = tokens.get(at++);
        String arguments = word(at).equals("(") ? arguments() : "";
        if (!word(at).equals(":")) {
            return;
        }
        at++;
        StringBuilder result = new StringBuilder();
        int end = name.end();
        while (at < tokens.size() && isType(result, word(at))) {
            end = tokens.get(at).end();
            result.append(word(at++));
        }
        fields.add(new Field(root, name.text(), arguments, result.toString(), name.start(), end));
        directives();
    }

    /** A second name begins the next field. */
    private static boolean isType(StringBuilder so, String word) {
        boolean name = Character.isLetter(word.charAt(0)) || word.charAt(0) == '_';
        return name ? so.toString().chars().allMatch(c -> c == '[') : "[]!".contains(word);
    }

    private String arguments() {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        do {
            String word = word(at);
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            boolean named = word(at + 1).equals(":");
            if (depth > 0 && !(depth == 1 && word.equals("("))) {
                text.append(named && text.length() > 0 ? ", " : "").append(word);
                text.append(word.equals(":") ? " " : "");
            }
            at++;
        } while (depth > 0 && at < tokens.size());
        return text.toString();
    }

    private void directives() {
        while (word(at).equals("@")) {
            at += 2;
            if (word(at).equals("(")) {
                arguments();
            }
        }
    }
}
