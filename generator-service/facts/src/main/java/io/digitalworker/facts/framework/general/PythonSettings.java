package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.ArchivePath;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys that Python declares: upper-case names of Django's settings modules and of Flask's configuration
 * classes, fields of Pydantic's settings with their prefix.
 */
public final class PythonSettings implements Framework {
    private static final Set<String> PYDANTIC_OWN = Set.of("model_config", "Config");

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (CodeFile file : code.files(Dialect.PYTHON)) {
            String name = file.file().name();
            boolean inSettings = ArchivePath.name(file.file().directory()).equals("settings");
            if (name.equals("settings.py") || name.endsWith("_settings.py") || inSettings) {
                module(file, findings);
            }
            if (name.equals("config.py") || name.equals("settings.py")) {
                file.types().stream()
                        .filter(type -> type.simpleName().endsWith("Config"))
                        .forEach(type -> constants(file, type, findings));
            }
        }
        Set<String> seen = new TreeSet<>();
        if (!code.filesWith(Dialect.PYTHON, "BaseSettings", "BaseAppSettings").isEmpty()) {
            for (TypeDeclaration type : code.symbols().types().on("BaseSettings")) {
                if (seen.add(type.evidence().id() + type.name())) {
                    fields(code, type, findings);
                }
            }
        }
    }

    private static void module(CodeFile file, Findings findings) {
        for (Statement each : file.topLevel()) {
            boolean assigns = each.kind() == Statement.Kind.ASSIGN && each.target() == null;
            if (assigns && !each.name().isEmpty() && ConfigurationReads.isConstant(each.name())) {
                add(file, each.name(), each.value(), each.span(), findings);
            }
        }
    }

    private static void constants(CodeFile file, TypeDeclaration type, Findings findings) {
        for (Member member : type.members()) {
            boolean value = !member.initializer().isEmpty();
            if (value && ConfigurationReads.isConstant(member.name())) {
                Expression set = file.expression(member.initializer());
                add(file, member.name(), set, member.span(), findings);
            }
        }
    }

    private static void add(
            CodeFile file, String key, Expression value, Span span, Findings findings) {
        SettingValue setting = value(file, key, value);
        findings.add(
                new ConfigurationKey(
                        key,
                        "declared",
                        setting.type(),
                        setting.value(),
                        Confidence.LITERAL,
                        file.evidence(span)));
    }

    /** Only what stands there is told: what a call gives is not known. */
    private static SettingValue value(CodeFile file, String key, Expression value) {
        if (value instanceof Expression.Sequence) {
            return SettingValue.LIST;
        }
        if (value instanceof Expression.Mapping) {
            return SettingValue.OBJECT;
        }
        if (value instanceof Expression.Text text) {
            SettingValue found = SettingValue.of(key, text.value());
            return new SettingValue("string", found.type().equals("string") ? found.value() : null);
        }
        boolean plain = value instanceof Expression.Numeral || value instanceof Expression.Name;
        String text =
                plain && value.span().end() <= file.text().length() ? file.text(value.span()) : "";
        SettingValue found = SettingValue.of(key, text);
        return found.type().equals("string") ? SettingValue.UNKNOWN : found;
    }

    private static void fields(CodeBase code, TypeDeclaration type, Findings findings) {
        CodeFile file = code.fileOf(type);
        String prefix = prefix(file, type);
        for (Member member : type.members()) {
            boolean field =
                    member.kind() == MemberKind.FIELD || member.kind() == MemberKind.PROPERTY;
            if (!field
                    || !member.body().isEmpty()
                    || member.name().startsWith("_")
                    || PYDANTIC_OWN.contains(member.name())) {
                continue;
            }
            Expression set =
                    member.initializer().isEmpty()
                            ? new Expression.Opaque(member.span())
                            : file.expression(member.initializer());
            String key = alias(set, prefix + member.name());
            String declared = type(code, file, member.type());
            SettingValue value = value(file, key, set);
            findings.add(
                    new ConfigurationKey(
                            key,
                            "declared",
                            declared.isEmpty() ? value.type() : declared,
                            value.value(),
                            key.equals(member.name()) ? Confidence.LITERAL : Confidence.RESOLVED,
                            member.evidence()));
        }
    }

    private static String type(CodeBase code, CodeFile file, String written) {
        String type = SettingValue.type(written);
        boolean named = type.equals("object") && !written.contains("[");
        return named
                        && code.symbols()
                                .types()
                                .find(written, file)
                                .filter(each -> code.symbols().types().inherits(each, "Enum"))
                                .isPresent()
                ? "string"
                : type;
    }

    /** {@code Field(…, env="X")}, {@code Field(alias="X")}. */
    private static String alias(Expression value, String otherwise) {
        if (value instanceof Expression.Call call && call.name().equals("Field")) {
            return call.arguments().stream()
                    .filter(a -> a.named("env") || a.named("validation_alias") || a.named("alias"))
                    .filter(a -> a.value() instanceof Expression.Text)
                    .map(a -> ((Expression.Text) a.value()).value())
                    .findFirst()
                    .orElse(otherwise);
        }
        return otherwise;
    }

    private static String prefix(CodeFile file, TypeDeclaration type) {
        Tokens tokens = file.tokens();
        int end = tokens.at(type.span().end());
        for (int i = tokens.at(type.span().start()); i < end; i++) {
            boolean set =
                    tokens.is(i, "env_prefix") && tokens.is(i + 1, '=') && tokens.isString(i + 2);
            if (set && file.syntax().expression(i + 2, i + 3) instanceof Expression.Text text) {
                return text.value();
            }
        }
        return "";
    }
}
