package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules of class-validator's decorators. */
record ClassRules(FoundRules rules) {
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

    void read(TypeDeclaration type, CodeFile file) {
        if (type.kind() != TypeKind.CLASS) {
            return;
        }
        for (Member member : type.members()) {
            boolean field =
                    member.kind() == MemberKind.PROPERTY || member.kind() == MemberKind.FIELD;
            for (Annotation each : field ? member.annotations() : List.<Annotation>of()) {
                decorator(type, member, each, file);
            }
        }
    }

    private void decorator(TypeDeclaration type, Member member, Annotation each, CodeFile file) {
        String name = each.simpleName();
        if (name.equals("Length")) {
            length(type, member, each, file);
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
                        : bounded ? rules.bound(first, Scope.of(file, type)) : "";
        rules.add(
                type.name(),
                member.name(),
                rule,
                name.equals("ArrayNotEmpty") ? "1" : bound,
                "class-validator",
                member.evidence());
    }

    private void length(TypeDeclaration type, Member member, Annotation each, CodeFile file) {
        Scope scope = Scope.of(file, type);
        String[] ends = {"min-length", "max-length"};
        for (int i = 0; i < 2; i++) {
            Optional<Expression> bound = each.argument(i).filter(a -> !(a instanceof Mapping));
            if (bound.isPresent()) {
                rules.add(
                        type.name(),
                        member.name(),
                        ends[i],
                        rules.bound(bound.get(), scope),
                        "class-validator",
                        member.evidence());
            }
        }
    }
}
