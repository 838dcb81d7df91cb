package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Jakarta's Bean Validation: its constraints, Hibernate's, and those that the archive declares. */
public final class BeanValidation implements Framework {
    private static final String[] PACKAGES = {
        "javax.validation.constraints.",
        "jakarta.validation.constraints.",
        "org.hibernate.validator.constraints."
    };
    private static final Map<String, String> RULES =
            Map.ofEntries(
                    Map.entry("NotNull", "required"),
                    Map.entry("NotBlank", "required"),
                    Map.entry("NotEmpty", "required"),
                    Map.entry("Null", "null"),
                    Map.entry("Email", "email"),
                    Map.entry("URL", "url"),
                    Map.entry("Pattern", "pattern"),
                    Map.entry("Size", "length"),
                    Map.entry("Length", "length"),
                    Map.entry("Range", "range"),
                    Map.entry("Min", "min"),
                    Map.entry("Max", "max"),
                    Map.entry("DecimalMin", "min"),
                    Map.entry("DecimalMax", "max"),
                    Map.entry("Digits", "digits"),
                    Map.entry("Positive", "positive"),
                    Map.entry("PositiveOrZero", "positive-or-zero"),
                    Map.entry("Negative", "negative"),
                    Map.entry("NegativeOrZero", "negative-or-zero"),
                    Map.entry("Past", "past"),
                    Map.entry("PastOrPresent", "past-or-present"),
                    Map.entry("Future", "future"),
                    Map.entry("FutureOrPresent", "future-or-present"),
                    Map.entry("AssertTrue", "assert-true"),
                    Map.entry("AssertFalse", "assert-false"),
                    Map.entry("CreditCardNumber", "credit-card"),
                    Map.entry("UniqueElements", "unique"));

    @Override
    public void extract(CodeBase base, Findings findings) {
        if (!JavaCode.holds(base, "validation", "validator")) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        Map<String, TypeDeclaration> custom = new LinkedHashMap<>();
        for (TypeDeclaration type : code.with("Constraint")) {
            if (type.kind() == TypeKind.ANNOTATION
                    && Annotation.find(type.annotations(), "Constraint").isPresent()) {
                custom.put(type.simpleName(), type);
            }
        }
        for (TypeDeclaration type : code.all()) {
            if (type.kind() != TypeKind.ANNOTATION) {
                new Rules(code, custom, type, findings).extract();
            }
        }
    }

    /** The rules of one type. */
    private record Rules(
            JavaCode code,
            Map<String, TypeDeclaration> custom,
            TypeDeclaration type,
            Findings findings) {

        void extract() {
            CodeFile file = code.fileOf(type);
            type.annotations().forEach(a -> rule(file, a, type.name(), ""));
            for (Member member : type.members()) {
                String field =
                        member.kind() == MemberKind.METHOD
                                ? Stored.property(member.name())
                                : member.name();
                String target = field.isEmpty() ? member.qualifiedName() : type.name();
                member.annotations().forEach(a -> rule(file, a, target, field));
                for (Parameter parameter : member.parameters()) {
                    parameter
                            .annotations()
                            .forEach(a -> rule(file, a, member.qualifiedName(), parameter.name()));
                }
            }
        }

        private void rule(CodeFile file, Annotation annotation, String target, String field) {
            String name = annotation.simpleName();
            boolean known = RULES.containsKey(name) && isConstraint(file, annotation);
            TypeDeclaration own = known ? null : custom.get(name);
            boolean declared =
                    own != null
                            && code.find(annotation.name(), file, type)
                                    .filter(own::equals)
                                    .isPresent();
            if (!known && !declared) {
                return;
            }
            Scope scope = Scope.of(file, type);
            String plain = known ? RULES.getOrDefault(name, name) : "custom";
            String bound = known ? bound(annotation, scope) : name;
            findings.add(
                    new Validation(
                            target,
                            field,
                            sized(plain, annotation),
                            bound,
                            "bean-validation",
                            Confidence.LITERAL,
                            file.evidence(annotation.span())));
        }

        private static boolean isConstraint(CodeFile file, Annotation annotation) {
            return JavaCode.isFrom(file, annotation.name(), PACKAGES);
        }

        /** {@code max-length} and {@code min-length} where only one of them is given. */
        private static String sized(String rule, Annotation annotation) {
            boolean min = annotation.argument("min").isPresent();
            boolean max = annotation.argument("max").isPresent();
            return !rule.equals("length") || min == max ? rule : max ? "max-length" : "min-length";
        }

        private String bound(Annotation annotation, Scope scope) {
            Optional<Value> plain = code.value(annotation, scope, "regexp", "value");
            if (plain.isPresent() || annotation.is("Email")) {
                return plain.map(Value::text).orElse("");
            }
            String min =
                    code.value(annotation, scope, "min", "integer").map(Value::text).orElse("");
            String max =
                    code.value(annotation, scope, "max", "fraction").map(Value::text).orElse("");
            return min.isEmpty() || max.isEmpty() ? min + max : min + ".." + max;
        }
    }
}
