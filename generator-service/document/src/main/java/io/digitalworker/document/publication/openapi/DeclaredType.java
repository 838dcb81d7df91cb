package io.digitalworker.document.publication.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A type as a declaration names it.
 *
 * @param name without namespace and arguments
 * @param arguments as written
 * @param nullable whether it says so
 */
record DeclaredType(String name, List<String> arguments, boolean nullable) {
    /** What only wraps another type. */
    private static final Set<String> WRAPPERS =
            Set.of(
                    "task",
                    "valuetask",
                    "promise",
                    "observable",
                    "mono",
                    "actionresult",
                    "responseentity",
                    "completablefuture",
                    "completionstage",
                    "uni",
                    "lazy",
                    "annotated",
                    "readonly",
                    "partial");

    private static final Set<String> MAYBE = Set.of("optional", "nullable", "maybe");
    private static final Set<String> LISTS =
            Set.of(
                    "list",
                    "ilist",
                    "ireadonlylist",
                    "ienumerable",
                    "iasyncenumerable",
                    "icollection",
                    "ireadonlycollection",
                    "collection",
                    "iterable",
                    "sequence",
                    "array",
                    "readonlyarray",
                    "set",
                    "iset",
                    "hashset",
                    "flux",
                    "multi",
                    "stream",
                    "arraylist",
                    "tuple",
                    "frozenset");
    private static final Set<String> MAPS =
            Set.of(
                    "map",
                    "dict",
                    "dictionary",
                    "idictionary",
                    "ireadonlydictionary",
                    "record",
                    "hashmap",
                    "mapping",
                    "sortedmap",
                    "treemap",
                    "linkedhashmap");

    /** OpenAPI's type and format, by the name in lower case. */
    private static final Map<String, List<String>> SCALARS =
            Map.ofEntries(
                    Map.entry("string", List.of("string")),
                    Map.entry("str", List.of("string")),
                    Map.entry("char", List.of("string")),
                    Map.entry("charsequence", List.of("string")),
                    Map.entry("guid", List.of("string", "uuid")),
                    Map.entry("uuid", List.of("string", "uuid")),
                    Map.entry("uri", List.of("string", "uri")),
                    Map.entry("date", List.of("string", "date-time")),
                    Map.entry("datetime", List.of("string", "date-time")),
                    Map.entry("datetimeoffset", List.of("string", "date-time")),
                    Map.entry("instant", List.of("string", "date-time")),
                    Map.entry("localdatetime", List.of("string", "date-time")),
                    Map.entry("offsetdatetime", List.of("string", "date-time")),
                    Map.entry("zoneddatetime", List.of("string", "date-time")),
                    Map.entry("localdate", List.of("string", "date")),
                    Map.entry("dateonly", List.of("string", "date")),
                    Map.entry("bool", List.of("boolean")),
                    Map.entry("boolean", List.of("boolean")),
                    Map.entry("byte", List.of("integer", "int32")),
                    Map.entry("short", List.of("integer", "int32")),
                    Map.entry("int", List.of("integer", "int32")),
                    Map.entry("int32", List.of("integer", "int32")),
                    Map.entry("integer", List.of("integer", "int32")),
                    Map.entry("long", List.of("integer", "int64")),
                    Map.entry("int64", List.of("integer", "int64")),
                    Map.entry("biginteger", List.of("integer")),
                    Map.entry("float", List.of("number", "float")),
                    Map.entry("double", List.of("number", "double")),
                    Map.entry("decimal", List.of("number")),
                    Map.entry("bigdecimal", List.of("number")),
                    Map.entry("number", List.of("number")));

    static DeclaredType of(String written) {
        String type = written.strip();
        boolean nullable = type.endsWith("?");
        type = nullable ? type.substring(0, type.length() - 1) : type;
        List<String> choices = parts(type, '|');
        if (choices.size() == 2 && choices.stream().anyMatch(DeclaredType::isNothing)) {
            return of(choices.get(isNothing(choices.get(0)) ? 1 : 0)).orNull();
        }
        if (type.endsWith("[]")) {
            String element = type.substring(0, type.length() - 2);
            return new DeclaredType("list", List.of(element), nullable);
        }
        return generic(type, nullable);
    }

    private static DeclaredType generic(String type, boolean nullable) {
        int open = indexOfEither(type, '<', '[');
        String name = open < 0 ? type : type.substring(0, open);
        String simple = name.substring(name.lastIndexOf('.') + 1).strip();
        boolean whole = open > 0 && (type.endsWith(">") || type.endsWith("]"));
        List<String> arguments =
                whole ? parts(type.substring(open + 1, type.length() - 1), ',') : List.of();
        String lower = simple.toLowerCase(Locale.ROOT);
        if (!arguments.isEmpty() && WRAPPERS.contains(lower)) {
            return of(arguments.get(0));
        }
        if (!arguments.isEmpty() && MAYBE.contains(lower)) {
            return of(arguments.get(0)).orNull();
        }
        return new DeclaredType(simple, arguments, nullable);
    }

    private DeclaredType orNull() {
        return new DeclaredType(name, arguments, true);
    }

    private static boolean isNothing(String type) {
        return Set.of("null", "undefined", "None").contains(type.strip());
    }

    private static int indexOfEither(String text, char one, char other) {
        int first = text.indexOf(one);
        int second = text.indexOf(other);
        return first < 0 || (second >= 0 && second < first) ? second : first;
    }

    /** Splits where no bracket is open. */
    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "<[({".indexOf(c) >= 0 ? 1 : ">])}".indexOf(c) >= 0 ? -1 : 0;
            if (c == separator && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    boolean isList() {
        return LISTS.contains(lower()) && arguments.size() == 1;
    }

    boolean isMap() {
        return MAPS.contains(lower()) && arguments.size() == 2;
    }

    /** OpenAPI's type and, if there is one, its format; empty for a type of the system's own. */
    List<String> scalar() {
        return arguments.isEmpty() ? SCALARS.getOrDefault(lower(), List.of()) : List.of();
    }

    private String lower() {
        return name.toLowerCase(Locale.ROOT);
    }
}
