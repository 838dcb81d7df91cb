package io.digitalworker.facts.code;

import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the languages' own functions make of texts: formatting, joining, trimming, defaults. */
final class TextFunctions {
    private final Values values;

    TextFunctions(Values values) {
        this.values = values;
    }

    /** What the languages' own functions make of texts; none if this is none of them. */
    List<Value> transformed(Call call, String name, Scope scope, Steps steps) {
        Expression receiver = call.receiver();
        List<Expression> arguments = call.arguments().stream().map(Argument::value).toList();
        switch (name) {
            case "format" -> {
                boolean ofClass =
                        receiver instanceof Name type && type.name().equalsIgnoreCase("string");
                if (ofClass && !arguments.isEmpty()) {
                    return formatted(
                            arguments.get(0), arguments.subList(1, arguments.size()), scope, steps);
                }
                return receiver == null ? List.of() : formatted(receiver, arguments, scope, steps);
            }
            case "concat" -> {
                List<Expression> parts = new ArrayList<>(arguments);
                if (receiver instanceof Text) {
                    parts.add(0, receiver);
                }
                return values.joined(parts, scope, steps);
            }
            case "tolower", "tolowerinvariant", "tolowercase", "lower" -> {
                return changed(receiver, scope, steps, t -> t.toLowerCase(Locale.ROOT));
            }
            case "tostring", "trim", "strip", "__str__" -> {
                return changed(receiver, scope, steps, String::strip);
            }
            case "trimstart", "lstrip" -> {
                return changed(receiver, scope, steps, t -> t.replaceFirst("^/+", ""));
            }
            case "trimend", "rstrip" -> {
                return changed(receiver, scope, steps, t -> t.replaceFirst("/+$", ""));
            }
            case "join" -> {
                return List.of();
            }
            case "getenv", "getvalue", "get", "getorthrow" -> {
                return arguments.size() == 2 && arguments.get(1) instanceof Text
                        ? values.all(arguments.get(1), scope, steps)
                        : List.of();
            }
            default -> {
                return List.of();
            }
        }
    }

    private List<Value> changed(
            @Nullable Expression receiver, Scope scope, Steps steps, UnaryOperator<String> change) {
        if (receiver == null) {
            return List.of();
        }
        return values.all(receiver, scope, steps).stream()
                .map(v -> v.known() ? new Value(change.apply(v.text()), true, false) : v)
                .toList();
    }

    /** {@code {0}}, {@code {}}, {@code {name}}, {@code %s} filled in one after the other. */
    List<Value> formatted(Expression format, List<Expression> arguments, Scope scope, Steps steps) {
        Value pattern = values.all(format, scope, steps).get(0);
        if (!pattern.known()) {
            return List.of(pattern);
        }
        List<Value> filled = new ArrayList<>();
        for (Expression argument : arguments) {
            List<Expression> items = Values.itemsOf(argument);
            for (Expression item : items.isEmpty() ? List.of(argument) : items) {
                filled.add(values.all(item, scope, steps).get(0));
            }
        }
        return List.of(fill(pattern.text(), filled));
    }

    private static Value fill(String pattern, List<Value> values) {
        StringBuilder text = new StringBuilder();
        boolean known = true;
        int next = 0;
        int i = 0;
        while (i < pattern.length() && text.length() < Values.MAX_LENGTH) {
            int close = pattern.charAt(i) == '{' ? pattern.indexOf('}', i) : -1;
            boolean doubled = pattern.startsWith("{{", i) || pattern.startsWith("}}", i);
            boolean percent = pattern.startsWith("%s", i) || pattern.startsWith("%d", i);
            if (doubled) {
                text.append(pattern.charAt(i));
                i += 2;
            } else if (close > 0 || percent) {
                String hole = percent ? "" : pattern.substring(i + 1, close);
                int at = hole.matches("\\d{1,3}") ? Integer.parseInt(hole) : next;
                next++;
                boolean given = at < values.size();
                text.append(given ? values.get(at).text() : "{" + hole + "}");
                known &= given && values.get(at).known();
                i = percent ? i + 2 : close + 1;
            } else {
                text.append(pattern.charAt(i++));
            }
        }
        return new Value(text.toString(), known, false);
    }
}
