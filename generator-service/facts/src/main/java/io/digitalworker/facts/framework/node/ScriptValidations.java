package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Entry;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Expression.Unary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules of class-validator's decorators, and of schemas of zod, yup and joi. */
public final class ScriptValidations implements Framework {
    private static final Map<String, String> DECORATORS =
            Map.ofEntries(
                    Map.entry("IsNotEmpty", "required"),
                    Map.entry("IsDefined", "required"),
                    Map.entry("IsOptional", "optional"),
                    Map.entry("IsEmail", "email"),
                    Map.entry("IsUrl", "url"),
                    Map.entry("IsUUID", "uuid"),
                    Map.entry("IsEnum", "enum"),
                    Map.entry("IsIn", "enum"),
                    Map.entry("Min", "min"),
                    Map.entry("Max", "max"),
                    Map.entry("MinLength", "min-length"),
                    Map.entry("MaxLength", "max-length"),
                    Map.entry("Matches", "pattern"),
                    Map.entry("ArrayMinSize", "min-items"),
                    Map.entry("ArrayMaxSize", "max-items"),
                    Map.entry("ArrayNotEmpty", "min-items"),
                    Map.entry("IsPositive", "positive"),
                    Map.entry("IsString", "type"),
                    Map.entry("IsNumber", "type"),
                    Map.entry("IsInt", "type"),
                    Map.entry("IsBoolean", "type"),
                    Map.entry("IsDate", "type"),
                    Map.entry("IsDateString", "type"),
                    Map.entry("IsArray", "type"),
                    Map.entry("IsObject", "type"),
                    Map.entry("IsMongoId", "type"),
                    Map.entry("IsPhoneNumber", "phone"),
                    Map.entry("IsStrongPassword", "strong-password"),
                    Map.entry("ValidateNested", "nested"));
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

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (CodeFile file : code.files(Dialect.SCRIPT)) {
            boolean classes =
                    file.imports().stream().anyMatch(i -> i.module().equals("class-validator"));
            String library = library(file);
            if (classes || decorated(file)) {
                file.types().forEach(type -> type(type, file, code, findings));
            }
            if (!library.isEmpty() && !TestFiles.is(file.path())) {
                new Schemas(code, file, library, findings).all();
            }
        }
    }

    private static boolean decorated(CodeFile file) {
        return file.mayHold("IsNotEmpty") || file.mayHold("IsString") || file.mayHold("IsEmail");
    }

    private static String library(CodeFile file) {
        for (var each : file.imports()) {
            String module = each.module();
            if (Set.of("zod", "yup", "joi", "@hapi/joi").contains(module)
                    || module.startsWith("zod/")) {
                return module.endsWith("joi") ? "joi" : module.startsWith("zod") ? "zod" : "yup";
            }
            if (module.equals("celebrate") || module.equals("@hono/zod-openapi")) {
                return module.equals("celebrate") ? "joi" : "zod";
            }
        }
        return "";
    }

    // ---- class-validator

    private static void type(
            TypeDeclaration type, CodeFile file, CodeBase code, Findings findings) {
        if (type.kind() != TypeKind.CLASS) {
            return;
        }
        for (Member member : type.members()) {
            boolean field =
                    member.kind() == MemberKind.PROPERTY || member.kind() == MemberKind.FIELD;
            for (Annotation each : field ? member.annotations() : List.<Annotation>of()) {
                decorator(type, member, each, file, code, findings);
            }
        }
    }

    private static void decorator(
            TypeDeclaration type,
            Member member,
            Annotation each,
            CodeFile file,
            CodeBase code,
            Findings findings) {
        String name = each.simpleName();
        if (name.equals("Length")) {
            length(type, member, each, file, code, findings);
            return;
        }
        String rule = DECORATORS.get(name);
        if (rule == null) {
            return;
        }
        Expression first = each.argument(0).orElse(null);
        boolean bounded =
                Set.of(
                                "min",
                                "max",
                                "min-length",
                                "max-length",
                                "pattern",
                                "enum",
                                "min-items",
                                "max-items")
                        .contains(rule);
        String bound =
                rule.equals("type")
                        ? name.substring(2).toLowerCase(java.util.Locale.ROOT)
                        : bounded ? bound(first, Scope.of(file, type), code) : "";
        findings.add(
                validation(
                        type.name(),
                        member.name(),
                        rule,
                        name.equals("ArrayNotEmpty") ? "1" : bound,
                        "class-validator",
                        member.evidence()));
    }

    private static void length(
            TypeDeclaration type,
            Member member,
            Annotation each,
            CodeFile file,
            CodeBase code,
            Findings findings) {
        Scope scope = Scope.of(file, type);
        String[] rules = {"min-length", "max-length"};
        for (int i = 0; i < 2; i++) {
            Optional<Expression> bound = each.argument(i).filter(a -> !(a instanceof Mapping));
            if (bound.isPresent()) {
                findings.add(
                        validation(
                                type.name(),
                                member.name(),
                                rules[i],
                                bound(bound.get(), scope, code),
                                "class-validator",
                                member.evidence()));
            }
        }
    }

    private static Validation validation(
            String target,
            String field,
            String rule,
            String bound,
            String framework,
            Evidence evidence) {
        return new Validation(target, field, rule, bound, framework, Confidence.LITERAL, evidence);
    }

    private static String bound(@Nullable Expression expression, Scope scope, CodeBase code) {
        if (expression == null || expression instanceof Mapping) {
            return "";
        }
        if (expression instanceof Numeral || expression instanceof Text) {
            return code.values().first(expression, scope).text();
        }
        Optional<String> text = code.values().text(expression, scope);
        boolean inside = expression.span().end() <= scope.file().text().length();
        return text.orElse(
                inside ? Authorization.written(scope.file().text(expression.span())) : "");
    }

    // ---- schemas

    /** The schemas of one file. */
    private static final class Schemas {
        private final CodeBase code;
        private final CodeFile file;
        private final String library;
        private final Findings findings;

        Schemas(CodeBase code, CodeFile file, String library, Findings findings) {
            this.code = code;
            this.file = file;
            this.library = library;
            this.findings = findings;
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
                        Set.of(
                                        "extend", "merge", "pick", "omit", "partial", "keys",
                                        "concat", "append")
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
                        key != null
                                && PARTS.contains(key)
                                && depth == 0
                                && holdsObject(entry.value());
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
            if (chain.isEmpty()
                    || value.span().end() > file.text().length()
                    || scope.file() != file) {
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
                findings.add(validation(target, field, "required", "", library, evidence));
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
                findings.add(
                        validation(
                                target, field, rule, bound(first, scope, code), library, evidence));
            } else if (RULES.containsKey(name)) {
                String rule = RULES.getOrDefault(name, name);
                boolean bounded = Set.of("pattern", "length", "enum").contains(rule);
                String bound =
                        !bounded
                                ? ""
                                : rule.equals("enum")
                                        ? choices(call, scope)
                                        : bound(first, scope, code);
                findings.add(
                        validation(
                                target,
                                field,
                                rule,
                                name.equals("nonnegative") ? "0" : bound,
                                library,
                                evidence));
            }
        }

        private String choices(Call call, Scope scope) {
            List<String> all = new ArrayList<>();
            for (Argument argument : call.arguments()) {
                Expression value =
                        argument.value() instanceof Unary u ? u.operand() : argument.value();
                if (value instanceof Sequence list) {
                    list.items().forEach(i -> all.add(bound(i, scope, code)));
                } else if (!(value instanceof Mapping)) {
                    all.add(bound(value, scope, code));
                }
            }
            return String.join(",", all);
        }
    }
}
