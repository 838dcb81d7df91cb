package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * FluentValidation: each rule of a validator is a fact, {@code RuleFor(x => x.Email).NotEmpty()} is
 * {@code required} of {@code Email}. A rule that holds only under a condition ({@code When}, {@code
 * Unless}, a block around it) has the condition behind its bound: {@code 3..20 if x.IsCompany}.
 */
public final class FluentValidation implements Framework {
    private static final String NAME = "fluentvalidation";
    private static final int MAX_CONDITION = 120;
    private static final Set<String> ROOTS = Set.of("RuleFor", "RuleForEach");
    private static final List<String> BASES = List.of("AbstractValidator", "Validator");
    private static final Map<String, String> RULES =
            Map.ofEntries(
                    Map.entry("NotEmpty", "required"),
                    Map.entry("NotNull", "required"),
                    Map.entry("EmailAddress", "email"),
                    Map.entry("MaximumLength", "max-length"),
                    Map.entry("MinimumLength", "min-length"),
                    Map.entry("Matches", "pattern"),
                    Map.entry("InclusiveBetween", "range"),
                    Map.entry("ExclusiveBetween", "exclusive-range"),
                    Map.entry("IsInEnum", "enum"),
                    Map.entry("IsEnumName", "enum"),
                    Map.entry("MustAsync", "custom"),
                    Map.entry("MustAwait", "custom"),
                    Map.entry("Must", "custom"),
                    Map.entry("Custom", "custom"),
                    Map.entry("CustomAsync", "custom"),
                    Map.entry("SetValidator", "validator"),
                    Map.entry("SetInheritanceValidator", "validator"),
                    Map.entry("ScalePrecision", "precision"),
                    Map.entry("PrecisionScale", "precision"));

    /** What says something about rules, but is none. */
    private static final Set<String> OTHER =
            Set.of(
                    "Cascade",
                    "OverridePropertyName",
                    "OverrideIndexer",
                    "DependentRules",
                    "Configure",
                    "ChildRules",
                    "Transform",
                    "OnFailure",
                    "OnAnyFailure",
                    "Where",
                    "InjectValidator",
                    "ToString",
                    "Count",
                    "Select");

    @Override
    public void extract(CodeBase code, Findings findings) {
        ClrTypes types = new ClrTypes(code);
        for (CodeFile file : code.filesWith(Dialect.CSHARP, "RuleFor", "RuleForEach", "Include")) {
            for (TypeDeclaration type : file.types()) {
                for (String target : targets(code, types, type)) {
                    new Rules(code, findings, target).read(file, type);
                }
            }
        }
    }

    /** What a validator is for; of one with a type parameter, what its descendants are for. */
    private static List<String> targets(CodeBase code, ClrTypes types, TypeDeclaration type) {
        for (String base : ClrTypes.isClass(type) ? BASES : List.<String>of()) {
            List<String> arguments = types.argumentsOf(type, base);
            if (arguments.isEmpty()) {
                continue;
            }
            String target = arguments.get(0);
            if (!type.typeParameters().contains(target)) {
                return List.of(simple(target));
            }
            Set<String> targets = new LinkedHashSet<>();
            for (TypeDeclaration heir : code.symbols().types().on(type.simpleName())) {
                types.argumentsOf(heir, base).stream()
                        .limit(1)
                        .filter(argument -> !heir.typeParameters().contains(argument))
                        .forEach(argument -> targets.add(simple(argument)));
            }
            return targets.isEmpty() ? List.of(target) : List.copyOf(targets);
        }
        return List.of();
    }

    private static String simple(String type) {
        return TypeName.of(type).simpleName();
    }

    /** The rules of one validator. */
    private static final class Rules {
        private final CodeBase code;
        private final Findings findings;
        private final String target;
        private final Set<Integer> done = new HashSet<>();

        /** Conditions and prefixes that hold within the lambdas of {@code When} and {@code ChildRules}. */
        private final Map<Span, String> conditions = new HashMap<>();

        private final Map<Span, String> prefixes = new HashMap<>();

        Rules(CodeBase code, Findings findings, String target) {
            this.code = code;
            this.findings = findings;
            this.target = target;
        }

        void read(CodeFile file, TypeDeclaration type) {
            for (Member member : type.members()) {
                Bodies.walk(
                        file,
                        type,
                        member,
                        (expression, scope, around) -> {
                            if (expression instanceof Call call) {
                                call(call, scope, around);
                            }
                        });
            }
        }

        private void call(Call call, Scope scope, List<String> around) {
            Chain chain = Chain.of(call);
            int root = -1;
            for (int i = 0; i < chain.calls().size() && root < 0; i++) {
                root = ROOTS.contains(chain.calls().get(i).name()) ? i : -1;
            }
            if (root >= 0) {
                Call first = chain.calls().get(root);
                if (done.add(first.span().end())) {
                    rules(
                            first,
                            chain.calls().subList(root + 1, chain.calls().size()),
                            scope,
                            around);
                }
                return;
            }
            boolean plain = call.function() instanceof Name;
            if (plain
                    && Set.of("When", "Unless", "WhenAsync", "UnlessAsync").contains(call.name())) {
                block(call, scope);
            } else if (plain && call.name().equals("Include") && !call.arguments().isEmpty()) {
                Expression included = call.arguments().get(0).value();
                add(
                        "",
                        "validator",
                        bound(included, scope),
                        Confidence.LITERAL,
                        scope,
                        call.span());
            }
        }

        /** {@code When(condition, () => { rules })}. */
        private void block(Call call, Scope scope) {
            if (call.arguments().size() < 2) {
                return;
            }
            String condition = condition(call, scope);
            conditions.put(call.arguments().get(1).value().span(), condition);
        }

        private void rules(Call root, List<Call> calls, Scope scope, List<String> around) {
            String field = field(root, scope);
            if (field.equals("?")) {
                findings.unresolved(
                        "validation",
                        scope.file().text(root.span()),
                        "not a property",
                        scope.file().evidence(root.span()));
                return;
            }
            String outer = within(prefixes, root.span());
            String path = outer.isEmpty() ? field : field.isEmpty() ? outer : outer + "." + field;
            for (int i = 0; i < calls.size(); i++) {
                Call call = calls.get(i);
                if (call.name().equals("ChildRules") && !call.arguments().isEmpty()) {
                    prefixes.put(call.arguments().get(0).value().span(), path);
                } else if (isRule(call.name())) {
                    String condition =
                            conditions(root, calls.subList(i + 1, calls.size()), scope, around);
                    rule(path, call, condition, root, scope);
                }
            }
        }

        private String field(Call root, Scope scope) {
            if (root.arguments().isEmpty()) {
                return "?";
            }
            Expression argument = root.arguments().get(0).value();
            List<String> members = Lambdas.members(argument, scope.file());
            String each = root.name().equals("RuleForEach") ? "[]" : "";
            if (!members.isEmpty()) {
                return members.get(0) + each;
            }
            boolean whole =
                    argument instanceof Lambda lambda
                            && !lambda.parameters().isEmpty()
                            && scope.file()
                                    .text(lambda.body())
                                    .equals(lambda.parameters().get(0).name());
            return whole ? each : "?";
        }

        private static boolean isRule(String name) {
            boolean about =
                    name.startsWith("With")
                            || name.startsWith("When")
                            || name.startsWith("Unless")
                            || OTHER.contains(name);
            return !about && !name.isEmpty();
        }

        /** All conditions that a rule is under: around it, behind it in its chain. */
        private String conditions(Call root, List<Call> behind, Scope scope, List<String> around) {
            List<String> all = new ArrayList<>(around);
            conditions.forEach(
                    (span, condition) -> {
                        if (span.contains(root.span())) {
                            all.add(condition);
                        }
                    });
            for (Call call : behind) {
                boolean condition =
                        call.name().startsWith("When") || call.name().startsWith("Unless");
                if (condition && !call.arguments().isEmpty()) {
                    all.add(condition(call, scope));
                }
            }
            String joined = String.join(" and ", all.stream().sorted().toList());
            return joined.length() > MAX_CONDITION
                    ? joined.substring(0, MAX_CONDITION - 1) + "…"
                    : joined;
        }

        private static String condition(Call call, Scope scope) {
            Expression argument = call.arguments().get(0).value();
            Span body = argument instanceof Lambda lambda ? lambda.body() : argument.span();
            String text = scope.file().text(body).replaceAll("\\s+", " ").strip();
            return call.name().startsWith("Unless") ? "not (" + text + ")" : text;
        }

        private static String within(Map<Span, String> spans, Span span) {
            return spans.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(span))
                    .sorted((a, b) -> Integer.compare(a.getKey().start(), b.getKey().start()))
                    .reduce((a, b) -> b)
                    .map(Map.Entry::getValue)
                    .orElse("");
        }

        private void rule(String path, Call call, String condition, Call root, Scope scope) {
            List<String> bounds = new ArrayList<>();
            boolean known = true;
            for (Argument argument : call.arguments()) {
                Expression value = argument.value();
                boolean context = bounds.size() >= 2 || (value instanceof Lambda l && l.block());
                if (!context) {
                    bounds.add(bound(value, scope));
                    known &= known(value, scope);
                }
            }
            String name = ruleName(call.name(), bounds);
            String bound = limits(name, call.name(), bounds);
            String with = condition.isEmpty() ? bound : (bound + " if " + condition).strip();
            Confidence sure = known ? Confidence.LITERAL : Confidence.RESOLVED;
            add(path, name, with, sure, scope, new Span(root.span().start(), call.span().end()));
        }

        private static String ruleName(String call, List<String> bounds) {
            if (call.equals("Length")) {
                boolean most = bounds.size() > 1 && bounds.get(0).equals("0");
                return most ? "max-length" : "length";
            }
            String bare = call.startsWith("Is") ? call.substring(2) : call;
            String known = RULES.getOrDefault(call, RULES.get(bare));
            return known != null ? known : kebab(bare);
        }

        private static String limits(String rule, String call, List<String> bounds) {
            if (RULES.getOrDefault(call, "").equals("required") || rule.equals("enum")) {
                return "";
            }
            if (call.equals("Length") && rule.equals("max-length")) {
                return bounds.get(1);
            }
            boolean own = !RULES.containsKey(call) && !call.equals("Length") && bounds.size() > 1;
            return own ? bounds.get(0) : String.join("..", bounds);
        }

        private boolean known(Expression value, Scope scope) {
            boolean plain = !(value instanceof Name) && !(value instanceof Select);
            return plain || !code.values().first(value, scope).known();
        }

        private String bound(Expression value, Scope scope) {
            if (value instanceof Create create) {
                return simple(create.type());
            }
            if (value instanceof Lambda lambda) {
                List<String> members = Lambdas.members(lambda, scope.file());
                String text = scope.file().text(lambda.body()).replaceAll("\\s+", " ").strip();
                return !members.isEmpty() ? members.get(0) : cut(text);
            }
            Value known = code.values().first(value, scope);
            return known.known()
                    ? cut(known.text())
                    : cut(scope.file().text(value.span()).replaceAll("\\s+", " "));
        }

        private static String cut(String text) {
            return text.length() > MAX_CONDITION
                    ? text.substring(0, MAX_CONDITION - 1) + "…"
                    : text;
        }

        private void add(
                String field, String rule, String bound, Confidence sure, Scope scope, Span span) {
            Evidence evidence = scope.file().evidence(span);
            findings.add(new Validation(target, field, rule, bound, NAME, sure, evidence));
        }
    }

    /** {@code PhoneNumber} as {@code phone-number}. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
