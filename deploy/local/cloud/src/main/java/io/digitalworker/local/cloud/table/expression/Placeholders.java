package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names and values a request defines for its expressions; each must be used. */
public final class Placeholders {
    private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+");
    private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_]+");

    private final Map<String, String> names;
    private final Map<String, Value> values;
    private final Set<String> unusedNames;
    private final Set<String> unusedValues;

    /** Keys carry their {@code #} or {@code :}. */
    public Placeholders(Map<String, String> names, Map<String, Value> values) {
        this.names = new LinkedHashMap<>(names);
        this.values = new LinkedHashMap<>(values);
        requireSyntax("ExpressionAttributeNames", NAME, names.keySet());
        requireSyntax("ExpressionAttributeValues", VALUE, values.keySet());
        unusedNames = new TreeSet<>(names.keySet());
        unusedValues = new TreeSet<>(values.keySet());
    }

    private static void requireSyntax(String member, Pattern syntax, Set<String> keys) {
        for (String key : keys) {
            if (!syntax.matcher(key).matches()) {
                throw AwsFault.validation(
                        member + " contains invalid key: Syntax error; key: \"" + key + "\"");
            }
        }
    }

    String name(String kind, String placeholder) {
        String name = names.get(placeholder);
        if (name == null) {
            throw AwsFault.validation(
                    "Invalid "
                            + kind
                            + ": An expression attribute name used in the document path is not"
                            + " defined; attribute name: "
                            + placeholder);
        }
        unusedNames.remove(placeholder);
        return name;
    }

    Value value(String kind, String placeholder) {
        Value value = values.get(placeholder);
        if (value == null) {
            throw AwsFault.validation(
                    "Invalid "
                            + kind
                            + ": An expression attribute value used in expression is not defined;"
                            + " attribute value: "
                            + placeholder);
        }
        unusedValues.remove(placeholder);
        return value;
    }

    /** To be called once all expressions of the request are parsed. */
    public void requireAllUsed() {
        requireEmpty("ExpressionAttributeNames", unusedNames);
        requireEmpty("ExpressionAttributeValues", unusedValues);
    }

    private static void requireEmpty(String member, Set<String> unused) {
        if (!unused.isEmpty()) {
            throw AwsFault.validation(
                    "Value provided in "
                            + member
                            + " unused in expressions: keys: {"
                            + String.join(", ", unused)
                            + "}");
        }
    }
}
