package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys that Java, Kotlin, scripts and Python read from configuration and environment. */
public final class ConfigurationReads implements Framework {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{\\s{0,3}([^:${}\\s]{1,150})\\s{0,3}[:}]");
    private static final Set<String> MODIFIERS =
            Set.of(
                    "private",
                    "protected",
                    "public",
                    "final",
                    "static",
                    "transient",
                    "val",
                    "var",
                    "lateinit",
                    "volatile");
    private static final Set<String> JAVA =
            Set.of(
                    "Value",
                    "ConfigProperty",
                    "getProperty",
                    "getRequiredProperty",
                    "getenv",
                    "getValue",
                    "getOptionalValue",
                    "ConditionalOnProperty");
    private static final Set<String> SCRIPT = Set.of("get", "getOrThrow", "has", "env");
    private static final Set<String> PYTHON =
            Set.of(
                    "environ",
                    "getenv",
                    "get",
                    "config",
                    "env",
                    "bool",
                    "int",
                    "float",
                    "list",
                    "str",
                    "setdefault",
                    "pop");

    @Override
    public void extract(CodeBase code, Findings findings) {
        String[] java = JAVA.stream().sorted().toArray(String[]::new);
        for (Dialect dialect : List.of(Dialect.JAVA, Dialect.KOTLIN)) {
            for (CodeFile file : code.filesWith(dialect, java)) {
                Site.of(file, JAVA::contains).forEach(site -> java(code, site, findings));
            }
        }
        for (CodeFile file : code.filesWith(Dialect.SCRIPT, "env", "config", "ConfigService")) {
            script(code, file, findings);
        }
        for (CodeFile file :
                code.filesWith(
                        Dialect.PYTHON,
                        "environ",
                        "getenv",
                        "settings",
                        "decouple",
                        "env",
                        "config",
                        "app")) {
            python(code, file, findings);
        }
    }

    private static void java(CodeBase code, Site site, Findings findings) {
        String receiver = site.receiver().toLowerCase(Locale.ROOT);
        switch (site.word()) {
            case "Value" -> {
                if (site.isAnnotation()) {
                    placeholders(code, site, findings);
                }
            }
            case "ConfigProperty" -> {
                if (site.isAnnotation()) {
                    key(code, site, "name", 9, annotated(site), findings);
                }
            }
            case "ConditionalOnProperty" -> conditional(code, site, findings);
            case "getenv" -> {
                if (!site.isEmpty() && (receiver.equals("system") || receiver.isEmpty())) {
                    key(code, site, "", 0, "string", findings);
                }
            }
            case "getValue", "getOptionalValue" -> {
                if (receiver.contains("config")
                        || site.before().map(Site::word).orElse("").equals("getConfig")) {
                    key(code, site, "", 0, type(site), findings);
                }
            }
            default -> {
                if (receiver.endsWith("environment")
                        || receiver.endsWith("env")
                        || receiver.equals("system")) {
                    key(code, site, "", 0, type(site), findings);
                }
            }
        }
    }

    /** {@code ("x.y", Integer.class)}. */
    private static String type(Site site) {
        List<String> second =
                site.arguments().stream()
                        .skip(1)
                        .limit(1)
                        .filter(
                                a ->
                                        a.value() instanceof Expression.Select s
                                                && s.name().equals("class"))
                        .map(a -> site.file().text(a.value().span()).replace(".class", ""))
                        .toList();
        return second.isEmpty() ? "string" : SettingValue.type(second.get(0));
    }

    /** The type of what an annotation stands on: the first word behind that is no modifier. */
    private static String annotated(Site site) {
        Tokens tokens = site.file().tokens();
        int at = site.after();
        while (at < tokens.size()
                && (MODIFIERS.contains(tokens.word(at))
                        || tokens.is(at, '@')
                        || tokens.is(at - 1, '@'))) {
            at = tokens.is(at - 1, '@') && tokens.is(at + 1, '(') ? tokens.next(at + 1) : at + 1;
        }
        if (site.file().dialect() == Dialect.KOTLIN) {
            return tokens.is(at + 1, ':') ? SettingValue.type(tokens.word(at + 2)) : "";
        }
        if (!tokens.isWord(at)) {
            return "";
        }
        boolean array = tokens.is(at + 1, '[') && tokens.is(at + 2, ']');
        boolean generic = tokens.is(at + 1, '<') && tokens.is(at + 3, '>');
        return SettingValue.type(
                array
                        ? tokens.word(at) + "[]"
                        : generic
                                ? tokens.word(at) + "<" + tokens.word(at + 2) + ">"
                                : tokens.word(at));
    }

    private static void placeholders(CodeBase code, Site site, Findings findings) {
        Value value = site.argument(code, "value", 0).orElse(new Value("", false, false));
        String text = value.text().replace("\\$", "$");
        Matcher matcher = PLACEHOLDER.matcher(text);
        String type = annotated(site);
        boolean any = false;
        while (matcher.find()) {
            any = true;
            add(matcher.group(1), type, value.confidence(), site, findings);
        }
        if (!any && !value.known()) {
            unresolved(site, findings);
        }
    }

    private static void conditional(CodeBase code, Site site, Findings findings) {
        if (!site.isAnnotation()) {
            return;
        }
        String prefix = site.argument(code, "prefix", 9).map(Value::text).orElse("");
        String name =
                site.argument(code, "name", 9)
                        .or(() -> site.argument(code, "value", 0))
                        .filter(Value::known)
                        .map(Value::text)
                        .orElse("");
        String start = prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
        if (name.isEmpty()) {
            unresolved(site, findings);
        } else {
            add(start + name, "", Confidence.LITERAL, site, findings);
        }
    }

    private static void script(CodeBase code, CodeFile file, Findings findings) {
        Tokens tokens = file.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            boolean process = tokens.is(i, "env") && tokens.is(i - 1, '.');
            boolean known = process && (tokens.is(i - 2, "process") || tokens.is(i - 2, "meta"));
            if (known && tokens.is(i + 1, '.') && tokens.isWord(i + 2) && !tokens.is(i + 3, '(')) {
                environment(file, i + 2, file.syntax().span(i - 2, i + 3), findings);
            } else if (known && tokens.is(i + 1, '[')) {
                key(code, new Site(file, i, i + 1), "", 0, "string", findings);
            } else if (known && tokens.is(i - 4, '}') && tokens.is(i - 3, '=')) {
                destructured(file, i - 4, findings);
            }
        }
        boolean config = file.imports().stream().anyMatch(each -> each.module().equals("config"));
        boolean nest = file.mayHold("ConfigService");
        if (config || nest) {
            for (Site site : Site.of(file, SCRIPT::contains)) {
                String receiver = site.receiver().toLowerCase(Locale.ROOT);
                boolean service = nest && receiver.contains("config");
                if (!site.isEmpty() && (service || (config && receiver.equals("config")))) {
                    key(code, site, "", 0, SettingValue.type(site.typeArgument()), findings);
                }
            }
        }
    }

    /** {@code const { A, B: b = 1 } = process.env}. */
    private static void destructured(CodeFile file, int close, Findings findings) {
        Tokens tokens = file.tokens();
        int open = tokens.partner(close);
        for (int i = open + 1; i < close; i = tokens.next(i)) {
            boolean first = i == open + 1 || tokens.is(i - 1, ',');
            if (first && tokens.isWord(i)) {
                environment(file, i, file.syntax().span(i, i + 1), findings);
            }
        }
    }

    private static void environment(CodeFile file, int token, Span span, Findings findings) {
        String key = file.tokens().word(token);
        findings.add(
                new ConfigurationKey(
                        key, "read", "string", null, Confidence.LITERAL, file.evidence(span)));
    }

    private static void python(CodeBase code, CodeFile file, Findings findings) {
        boolean decouple = imports(file, "decouple", "starlette.config", "environs", "environ");
        boolean settings = imports(file, "django.conf");
        Tokens tokens = file.tokens();
        for (int i = 0; settings && i < tokens.size(); i++) {
            boolean use =
                    tokens.is(i, "settings") && tokens.is(i + 1, '.') && !tokens.is(i - 1, '.');
            if (use && tokens.isWord(i + 2) && isConstant(tokens.word(i + 2))) {
                Span span = file.syntax().span(i, i + 3);
                findings.add(
                        new ConfigurationKey(
                                tokens.word(i + 2),
                                "read",
                                "",
                                null,
                                Confidence.LITERAL,
                                file.evidence(span)));
            }
        }
        for (Site site : Site.of(file, PYTHON::contains)) {
            if (python(file, site, decouple) && !site.isEmpty()) {
                key(code, site, "", 0, pythonType(site, decouple), findings);
            }
        }
    }

    private static boolean python(CodeFile file, Site site, boolean decouple) {
        String receiver = site.receiver();
        boolean flask =
                site.isIndex() && (receiver.endsWith("app") || receiver.equals("current_app"));
        return switch (site.word()) {
            case "environ" -> site.isIndex() && (receiver.equals("os") || receiver.isEmpty());
            case "getenv" -> !site.isIndex();
            case "get", "setdefault", "pop" ->
                    receiver.equals("environ") || (flaskConfig(site) && site.word().equals("get"));
            case "config" -> (decouple && !site.isIndex() && receiver.isEmpty()) || flask;
            case "env" -> decouple && !site.isIndex() && receiver.isEmpty() && !defined(file, site);
            default -> decouple && receiver.equals("env");
        };
    }

    /** {@code app.config.get("X")}. */
    private static boolean flaskConfig(Site site) {
        Tokens tokens = site.file().tokens();
        boolean dotted = tokens.is(site.name() - 2, "config") && tokens.is(site.name() - 3, '.');
        return dotted && tokens.word(site.name() - 4).endsWith("app");
    }

    private static boolean defined(CodeFile file, Site site) {
        return file.tokens().is(site.name() - 1, "def");
    }

    private static String pythonType(Site site, boolean decouple) {
        if (!decouple) {
            return site.isIndex() && !site.word().equals("environ") ? "" : "string";
        }
        String cast =
                site.arguments().stream()
                        .filter(a -> a.named("cast"))
                        .map(a -> site.file().text(a.value().span()))
                        .findFirst()
                        .orElse("");
        boolean method = site.receiver().equals("env");
        return SettingValue.type(method ? site.word() : cast).replace("object", "");
    }

    private static boolean imports(CodeFile file, String... modules) {
        List<String> wanted = List.of(modules);
        return file.imports().stream().anyMatch(each -> wanted.contains(each.module()));
    }

    static boolean isConstant(String word) {
        boolean letter = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                letter = true;
            } else if (c != '_' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return letter && word.charAt(0) != '_';
    }

    private static void key(
            CodeBase code, Site site, String named, int position, String type, Findings findings) {
        Value value = site.argument(code, named, position).orElse(null);
        if (value == null) {
            return;
        }
        if (value.known() && !value.text().isBlank()) {
            add(value.text(), type, value.confidence(), site, findings);
        } else {
            unresolved(site, findings);
        }
    }

    private static void add(
            String key, String type, Confidence confidence, Site site, Findings findings) {
        findings.add(new ConfigurationKey(key, "read", type, null, confidence, site.evidence()));
    }

    private static void unresolved(Site site, Findings findings) {
        String written = site.file().text(site.span());
        findings.unresolved("configuration", written, "the key is computed", site.evidence());
    }
}
