package io.digitalworker.facts.framework.dotnet;

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
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * .NET's validation attributes on properties, fields and parameters of records, with those that the
 * archive derives from {@code ValidationAttribute}. Bounds that are constants are filled in.
 */
public final class DataAnnotations implements Framework {
    private static final String NAME = "dataannotations";
    private static final Map<String, String> RULES =
            Map.ofEntries(
                    Map.entry("Required", "required"),
                    Map.entry("BindRequired", "required"),
                    Map.entry("StringLength", "max-length"),
                    Map.entry("MaxLength", "max-length"),
                    Map.entry("MinLength", "min-length"),
                    Map.entry("Length", "length"),
                    Map.entry("Range", "range"),
                    Map.entry("RegularExpression", "pattern"),
                    Map.entry("EmailAddress", "email"),
                    Map.entry("Phone", "phone"),
                    Map.entry("Url", "url"),
                    Map.entry("CreditCard", "credit-card"),
                    Map.entry("Compare", "equal"),
                    Map.entry("FileExtensions", "file-extensions"),
                    Map.entry("EnumDataType", "enum"),
                    Map.entry("AllowedValues", "allowed-values"),
                    Map.entry("DeniedValues", "denied-values"),
                    Map.entry("Base64String", "base64"),
                    Map.entry("CustomValidation", "custom"),
                    Map.entry("Remote", "remote"));

    @Override
    public void extract(CodeBase code, Findings findings) {
        Set<String> own = own(code);
        Set<String> words = new HashSet<>(RULES.keySet());
        words.addAll(own);
        for (CodeFile file : code.files(Dialect.CSHARP)) {
            if (words.stream().anyMatch(file::mayHold)) {
                for (TypeDeclaration type : file.types()) {
                    type(code, file, type, own, findings);
                }
            }
        }
    }

    /** The names, as used, of attributes that the archive declares. */
    private static Set<String> own(CodeBase code) {
        Set<String> names = new HashSet<>();
        for (TypeDeclaration type : code.symbols().types().on("ValidationAttribute")) {
            String name = type.simpleName();
            names.add(name.endsWith("Attribute") ? name.substring(0, name.length() - 9) : name);
        }
        return names;
    }

    private static void type(
            CodeBase code,
            CodeFile file,
            TypeDeclaration type,
            Set<String> own,
            Findings findings) {
        Scope scope = Scope.of(file, type);
        for (Annotation annotation : type.annotations()) {
            if (own.contains(annotation.simpleName())) {
                add(code, type, "", annotation, scope, findings);
            }
        }
        for (Member member : type.members()) {
            for (Annotation annotation : member.annotations()) {
                String name = annotation.simpleName();
                boolean field = member.parameters().isEmpty() && !member.type().isEmpty();
                if (field && (RULES.containsKey(name) || own.contains(name))) {
                    add(code, type, member.name(), annotation, scope, findings);
                }
            }
            boolean components =
                    member.kind() == MemberKind.CONSTRUCTOR && type.kind() == TypeKind.RECORD;
            for (Parameter parameter : components ? List.<Parameter>of() : member.parameters()) {
                for (Annotation annotation : parameter.annotations()) {
                    String name = annotation.simpleName();
                    if (RULES.containsKey(name) || own.contains(name)) {
                        String field = member.name() + "." + parameter.name();
                        add(code, type, field, annotation, scope, findings);
                    }
                }
            }
        }
    }

    private static void add(
            CodeBase code,
            TypeDeclaration type,
            String field,
            Annotation annotation,
            Scope scope,
            Findings findings) {
        List<String> bounds = new ArrayList<>();
        Confidence sure = Confidence.LITERAL;
        for (Argument argument : annotation.arguments()) {
            boolean ofType =
                    argument.value() instanceof Call call
                            && call.name().equals("typeof")
                            && annotation.is("Range");
            if (argument.name() == null && !ofType) {
                Value value = code.values().first(argument.value(), scope);
                bounds.add(value.known() ? value.text() : written(argument.value(), scope));
                sure = value.literal() || !value.known() ? sure : Confidence.RESOLVED;
            }
        }
        String name = annotation.simpleName();
        String rule = RULES.getOrDefault(name, FluentValidation.kebab(name));
        String bound = String.join("..", bounds);
        findings.add(fact(type, field, rule, bound, sure, annotation, scope));
        if (annotation.is("StringLength")) {
            String least =
                    annotation
                            .argument("MinimumLength")
                            .map(value -> code.values().first(value, scope).text())
                            .orElse("");
            if (!least.isEmpty() && !least.equals("0")) {
                findings.add(fact(type, field, "min-length", least, sure, annotation, scope));
            }
        }
    }

    private static Validation fact(
            TypeDeclaration type,
            String field,
            String rule,
            String bound,
            Confidence sure,
            Annotation annotation,
            Scope scope) {
        return new Validation(
                type.name(),
                field,
                rule,
                rule.equals("required") ? "" : bound,
                NAME,
                sure,
                scope.file().evidence(annotation.span()));
    }

    private static String written(Expression expression, Scope scope) {
        return scope.file().text(expression.span()).replaceAll("\\s+", " ");
    }
}
