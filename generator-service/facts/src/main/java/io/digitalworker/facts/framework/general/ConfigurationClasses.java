package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.budget.Descent;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys that Java classes declare: {@code @ConfigurationProperties} and {@code @ConfigMapping}. */
public final class ConfigurationClasses implements Framework {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_TYPES = 60;

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (Dialect dialect : List.of(Dialect.JAVA, Dialect.KOTLIN)) {
            for (CodeFile file :
                    code.filesWith(dialect, "ConfigurationProperties", "ConfigMapping")) {
                file.types().forEach(type -> type(code, file, type, findings));
            }
        }
    }

    private static void type(
            CodeBase code, CodeFile file, TypeDeclaration type, Findings findings) {
        Annotation.find(type.annotations(), "ConfigurationProperties")
                .or(() -> Annotation.find(type.annotations(), "ConfigMapping"))
                .ifPresent(
                        each ->
                                members(
                                        code,
                                        file,
                                        type,
                                        prefix(code, file, each),
                                        start(),
                                        findings));
        for (Member member : type.members()) {
            Optional<Annotation> bean =
                    Annotation.find(member.annotations(), "ConfigurationProperties");
            Optional<TypeDeclaration> made =
                    bean.isEmpty()
                            ? Optional.empty()
                            : code.symbols().types().find(member.type(), file, Optional.of(type));
            made.ifPresent(
                    found ->
                            members(
                                    code,
                                    code.fileOf(found),
                                    found,
                                    prefix(code, file, bean.get()),
                                    start(),
                                    findings));
        }
    }

    private static Descent start() {
        return Descent.of(MAX_DEPTH - 1, MAX_TYPES);
    }

    private static String prefix(CodeBase code, CodeFile file, Annotation annotation) {
        Optional<Expression> written =
                annotation.argument("prefix").or(() -> annotation.argument("value", 0));
        return written.map(each -> code.values().first(each, Scope.of(file)).text()).orElse("");
    }

    private static void members(
            CodeBase code,
            CodeFile file,
            TypeDeclaration type,
            String prefix,
            Descent depth,
            Findings findings) {
        boolean mapping = type.kind() == TypeKind.INTERFACE;
        for (Member member : type.members()) {
            boolean field =
                    (member.kind() == MemberKind.FIELD || member.kind() == MemberKind.PROPERTY)
                            && !member.has("static");
            boolean method = member.kind() == MemberKind.METHOD && member.parameters().isEmpty();
            if (mapping ? method && !member.has("static") : field) {
                member(code, file, type, member, prefix, depth, findings);
            }
        }
    }

    private static void member(
            CodeBase code,
            CodeFile file,
            TypeDeclaration owner,
            Member member,
            String prefix,
            Descent depth,
            Findings findings) {
        boolean parents = Annotation.find(member.annotations(), "WithParentName").isPresent();
        String named =
                Annotation.find(member.annotations(), "WithName")
                        .flatMap(each -> literal(each))
                        .orElse(kebab(member.name()));
        String key = parents ? prefix : prefix.isEmpty() ? named : prefix + "." + named;
        String kind = SettingValue.type(member.type());
        Optional<TypeDeclaration> inner =
                kind.equals("object") && !depth.ended()
                        ? code.symbols()
                                .types()
                                .find(unwrapped(member.type()), file, Optional.of(owner))
                        : Optional.empty();
        if (inner.isPresent()
                && !inner.get().fullName().equals(owner.fullName())
                && inner.get().kind() != TypeKind.ENUM) {
            members(code, code.fileOf(inner.get()), inner.get(), key, depth.deeper(), findings);
            return;
        }
        findings.add(
                new ConfigurationKey(
                        key,
                        "declared",
                        inner.isPresent() ? "string" : kind,
                        value(file, member, key),
                        Confidence.RESOLVED,
                        member.evidence()));
    }

    private static String unwrapped(String type) {
        return type.startsWith("Optional<") ? type.substring(9, type.length() - 1) : type;
    }

    private static Optional<String> literal(Annotation annotation) {
        return annotation
                .argument("value", 0)
                .flatMap(
                        e ->
                                e instanceof Expression.Text text
                                        ? Optional.of(text.value())
                                        : Optional.empty());
    }

    private static @Nullable String value(CodeFile file, Member member, String key) {
        Optional<String> given =
                Annotation.find(member.annotations(), "WithDefault")
                        .or(() -> Annotation.find(member.annotations(), "DefaultValue"))
                        .flatMap(ConfigurationClasses::literal);
        if (given.isPresent()) {
            return SettingValue.of(key, given.get()).value();
        }
        String text = member.initializer().isEmpty() ? "\"" : file.text(member.initializer());
        return text.startsWith("\"") ? null : SettingValue.of(key, text).value();
    }

    /** The canonical form of relaxed binding: {@code maxPoolSize} is {@code max-pool-size}. */
    static String kebab(String name) {
        StringBuilder kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean upper = Character.isUpperCase(c);
            boolean starts = i > 0 && upper && !Character.isUpperCase(name.charAt(i - 1));
            kebab.append(starts ? "-" : "").append(c);
        }
        return kebab.toString().toLowerCase(Locale.ROOT);
    }
}
