package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Entry;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Unary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of the schemas of one file: zod, yup and joi. */
final class SchemaRules {
    private static final Map<String, String> RULES =
            Map.ofEntries(
                    Map.entry("email", "email"),
                    Map.entry("url", "url"),
                    Map.entry("uri", "url"),
                    Map.entry("uuid", "uuid"),
                    Map.entry("regex", "pattern"),
                    Map.entry("matches", "pattern"),
                    Map.entry("pattern", "pattern"),
                    Map.entry("length", "length"),
                    Map.entry("nonempty", "required"),
                    Map.entry("required", "required"),
                    Map.entry("positive", "positive"),
                    Map.entry("nonnegative", "min"),
                    Map.entry("int", "integer"),
                    Map.entry("integer", "integer"),
                    Map.entry("enum", "enum"),
                    Map.entry("nativeEnum", "enum"),
                    Map.entry("valid", "enum"),
                    Map.entry("oneOf", "enum"),
                    Map.entry("custom", "custom"),
                    Map.entry("refine", "custom"),
                    Map.entry("datetime", "date-time"),
                    Map.entry("optional", "optional"),
                    Map.entry("nullish", "optional"),
                    Map.entry("notRequired", "optional"));
    private static final Set<String> NUMBERS = Set.of("number", "bigint");
    private static final Set<String> PARTS =
            Set.of("body", "query", "params", "headers", "cookies");
    private static final int MAX_DEPTH = 8;
    private final CodeBase code;
    private final CodeFile file;
    private final String library;
    private final FoundRules rules;

    SchemaRules(CodeFile file, String library, FoundRules rules) {
        this.code = rules.code();
        this.file = file;
        this.library = library;
        this.rules = rules;
    }

    void all() {
        Scope scope = Scope.of(file);
        Map<String, Expression> named = new LinkedHashMap<>();
        for (Member member : file.functions()) {
            if (!member.initializer().isEmpty()) {
                named.putIfAbsent(member.name(), file.expression(member.initializer()));
            }
        }
        named.forEach((name, value) -> schema(name, "", value, scope, 0, new HashSet<>()));
    }

    /** A schema, or an object of schemas by the part of the request. */
    private void schema(
            String target,
            String prefix,
            Expression value,
            Scope scope,
            int depth,
            Set<String> seen) {
        if (depth > MAX_DEPTH || !seen.add(target + prefix + value.span())) {
            return;
        }
        if (value instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                if (entry.keyText() != null && PARTS.contains(entry.keyText())) {
                    schema(target, prefix, entry.value(), scope, depth + 1, seen);
                }
            }
            return;
        }
        if (!(value instanceof Call)) {
            return;
        }
        for (Call call : chain(value)) {
            String name = call.name();
            boolean object =
                    Set.of("object", "strictObject", "extend", "keys", "shape", "append")
                            .contains(name);
            if (object && !call.arguments().isEmpty()) {
                Located at = code.symbols().definition(call.arguments().get(0).value(), scope);
                if (at.expression() instanceof Mapping fields) {
                    fields(target, prefix, fields, at.scope(), depth, seen);
                }
            } else if (Set.of("merge", "concat", "and").contains(name)
                    && !call.arguments().isEmpty()) {
                base(target, prefix, call.arguments().get(0).value(), scope, depth, seen);
            }
            Expression receiver = call.receiver();
            boolean derived =
                    Set.of("extend", "merge", "pick", "omit", "partial", "keys", "concat", "append")
                            .contains(name);
            if (derived && receiver != null && !(receiver instanceof Call)) {
                base(target, prefix, receiver, scope, depth, seen);
            }
        }
    }

    private void base(
            String target,
            String prefix,
            Expression expression,
            Scope scope,
            int depth,
            Set<String> seen) {
        Located at = code.symbols().definition(expression, scope);
        if (at.expression() != expression && at.scope().file() == file) {
            schema(target, prefix, at.expression(), at.scope(), depth + 1, seen);
        }
    }

    /** The calls of a chain, the first one first. */
    private static List<Call> chain(Expression expression) {
        List<Call> calls = new ArrayList<>();
        Expression at = expression;
        while (at instanceof Call call && calls.size() < 60) {
            calls.add(0, call);
            at = call.receiver();
        }
        return calls;
    }

    private void fields(
            String target,
            String prefix,
            Mapping fields,
            Scope scope,
            int depth,
            Set<String> seen) {
        for (Entry entry : fields.entries()) {
            String key = entry.keyText();
            boolean part =
                    key != null && PARTS.contains(key) && depth == 0 && holdsObject(entry.value());
            if (part) {
                schema(target, prefix, entry.value(), scope, depth + 1, seen);
            } else if (key != null) {
                field(target, prefix + key, entry.value(), scope, depth, seen);
            }
        }
    }

    private static boolean holdsObject(Expression value) {
        return chain(value).stream().anyMatch(c -> c.name().equals("object"));
    }

    private void field(
            String target,
            String field,
            Expression value,
            Scope scope,
            int depth,
            Set<String> seen) {
        List<Call> chain = chain(value);
        if (chain.isEmpty() || value.span().end() > file.text().length() || scope.file() != file) {
            return;
        }
        Evidence evidence = file.evidence(value.span());
        Set<String> names = new HashSet<>();
        chain.forEach(c -> names.add(c.name()));
        boolean number = names.stream().anyMatch(NUMBERS::contains);
        boolean list = names.contains("array");
        boolean optional =
                names.contains("optional")
                        || names.contains("nullish")
                        || names.contains("default")
                        || names.contains("notRequired");
        if (library.equals("zod") && !optional && !names.contains("nonempty")) {
            rules.add(target, field, "required", "", library, evidence);
        }
        for (Call call : chain) {
            rule(target, field, call, number, list, scope, evidence);
        }
        if (holdsObject(value)) {
            schema(target, field + ".", value, scope, depth + 1, seen);
        }
    }

    private void rule(
            String target,
            String field,
            Call call,
            boolean number,
            boolean list,
            Scope scope,
            Evidence evidence) {
        Expression first = Argument.at(call.arguments(), 0).orElse(null);
        String name = call.name();
        if (Set.of("min", "max", "gte", "lte", "gt", "lt").contains(name)) {
            String end = name.equals("max") || name.startsWith("l") ? "max" : "min";
            String rule = number ? end : list ? end + "-items" : end + "-length";
            rules.add(target, field, rule, rules.bound(first, scope), library, evidence);
        } else if (RULES.containsKey(name)) {
            String rule = RULES.getOrDefault(name, name);
            boolean bounded = Set.of("pattern", "length", "enum").contains(rule);
            String bound =
                    !bounded
                            ? ""
                            : rule.equals("enum")
                                    ? choices(call, scope)
                                    : rules.bound(first, scope);
            rules.add(
                    target,
                    field,
                    rule,
                    name.equals("nonnegative") ? "0" : bound,
                    library,
                    evidence);
        }
    }

    private String choices(Call call, Scope scope) {
        List<String> all = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            Expression value = argument.value() instanceof Unary u ? u.operand() : argument.value();
            if (value instanceof Sequence list) {
                list.items().forEach(i -> all.add(rules.bound(i, scope)));
            } else if (!(value instanceof Mapping)) {
                all.add(rules.bound(value, scope));
            }
        }
        return String.join(",", all);
    }
}
