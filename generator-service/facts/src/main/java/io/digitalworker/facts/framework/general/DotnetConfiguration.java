package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.budget.Descent;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys that C# reads, sections joined to {@code A:B}, and the properties of options classes that are
 * bound to a section.
 */
public final class DotnetConfiguration implements Framework {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_TYPES = 60;
    private static final Set<String> CALLS =
            Set.of(
                    "GetValue",
                    "GetSection",
                    "GetRequiredSection",
                    "GetConnectionString",
                    "GetEnvironmentVariable",
                    "BindConfiguration");
    private static final String[] WORDS = {
        "IConfiguration", "IConfigurationRoot", "IConfigurationSection", "ConfigurationManager",
        "ConfigurationBuilder", "GetConnectionString", "GetEnvironmentVariable", "GetSection",
        "Configuration", "BindConfiguration"
    };

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (CodeFile file : code.filesWith(Dialect.CSHARP, WORDS)) {
            for (Site site : Site.of(file, DotnetConfiguration::concerns)) {
                if (site.isIndex()) {
                    index(code, site, findings);
                } else if (CALLS.contains(site.word())) {
                    call(code, site, findings);
                }
            }
            chained(code, file, findings);
        }
    }

    private static boolean concerns(String word) {
        return CALLS.contains(word)
                || isConfiguration(word)
                || word.equals("AppSettings")
                || word.equals("ConnectionStrings")
                || isSection(word);
    }

    private static boolean isConfiguration(String word) {
        return word.endsWith("onfiguration")
                || word.equals("config")
                || word.equals("_config")
                || word.equals("Config");
    }

    private static boolean isSection(String word) {
        return word.endsWith("ection");
    }

    /** A file that only calls a variable so has nothing to do with configuration. */
    private static boolean typed(CodeFile file) {
        return file.mayHold("IConfiguration")
                || file.mayHold("IConfigurationRoot")
                || file.mayHold("IConfigurationSection")
                || file.mayHold("ConfigurationBuilder");
    }

    private static void index(CodeBase code, Site site, Findings findings) {
        String word = site.word();
        boolean legacy = site.receiver().equals("ConfigurationManager");
        if (legacy && word.equals("AppSettings")) {
            read(code, site, "", "string", findings);
        } else if (legacy && word.equals("ConnectionStrings")) {
            read(code, site, "ConnectionStrings", "string", findings);
        } else if (isSection(word) && typed(site.file())) {
            section(code, site, site.name())
                    .ifPresent(prefix -> read(code, site, prefix, "string", findings));
        } else if (isConfiguration(word)
                && (typed(site.file())
                        || (word.equals("Configuration") && !site.receiver().isEmpty()))) {
            read(code, site, "", "string", findings);
        }
    }

    /** {@code GetSection("A")["B"]}. */
    private static void chained(CodeBase code, CodeFile file, Findings findings) {
        Tokens tokens = file.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.is(i, '[') && tokens.is(i - 1, ')')) {
                int open = tokens.partner(i - 1);
                if (tokens.word(open - 1).endsWith("Section")) {
                    Site here = new Site(file, open - 1, i);
                    prefix(code, new Site(file, open - 1, open), 0)
                            .ifPresent(prefix -> read(code, here, prefix, "string", findings));
                }
            }
        }
    }

    private static void call(CodeBase code, Site site, Findings findings) {
        if (site.isEmpty() || declares(site)) {
            return;
        }
        switch (site.word()) {
            case "GetEnvironmentVariable" -> read(code, site, "", "string", findings);
            case "GetConnectionString" -> read(code, site, "ConnectionStrings", "string", findings);
            case "GetValue" -> getValue(code, site, findings);
            case "BindConfiguration" -> {
                read(code, site, "", "object", findings);
                bound(code, site, enclosing(site), findings);
            }
            default -> {
                if (!goesOn(site)) {
                    owner(code, site)
                            .ifPresent(prefix -> read(code, site, prefix, "object", findings));
                }
                bound(code, site, target(site), findings);
            }
        }
    }

    /** A method of that name that is declared here. */
    private static boolean declares(Site site) {
        Tokens tokens = site.file().tokens();
        return tokens.isWord(site.name() - 1)
                && !Set.of("return", "await", "new", "in").contains(tokens.word(site.name() - 1));
    }

    private static void getValue(CodeBase code, Site site, Findings findings) {
        Optional<Site> before = site.before();
        boolean section = before.isPresent() && before.get().word().endsWith("Section");
        String receiver = site.receiver();
        boolean named = isConfiguration(receiver) || (isSection(receiver) && typed(site.file()));
        if (site.typeArgument().isEmpty() || !(section || named)) {
            return;
        }
        String type = SettingValue.type(site.typeArgument());
        owner(code, site).ifPresent(prefix -> read(code, site, prefix, type, findings));
    }

    /** Whether a section is only on the way to a key or a section within. */
    private static boolean goesOn(Site site) {
        Tokens tokens = site.file().tokens();
        int after = site.after();
        int next = tokens.is(after, '?') ? after + 1 : after;
        String word = tokens.is(next, '.') ? tokens.word(next + 1) : "";
        return tokens.is(next, '[')
                || word.equals("GetValue")
                || word.equals("GetSection")
                || word.equals("GetRequiredSection");
    }

    /** The section that something is called on; empty text for the configuration itself. */
    private static Optional<String> owner(CodeBase code, Site site) {
        Optional<Site> before = site.before();
        if (before.isPresent()) {
            return before.get().word().endsWith("Section")
                    ? prefix(code, before.get(), 0)
                    : Optional.of("");
        }
        return isSection(site.receiver()) ? section(code, site, site.name() - 2) : Optional.of("");
    }

    /** The full key of {@code GetSection("A")}. */
    private static Optional<String> prefix(CodeBase code, Site site, int depth) {
        Optional<Value> value = site.argument(code, "key", 0).filter(Value::known);
        if (value.isEmpty() || depth > MAX_DEPTH) {
            return Optional.empty();
        }
        Optional<Site> before = site.before().filter(each -> each.word().endsWith("Section"));
        String own = value.get().text();
        return before.isEmpty()
                ? Optional.of(own)
                : prefix(code, before.get(), depth + 1).map(outer -> outer + ":" + own);
    }

    /** What a variable was set to by {@code GetSection}; empty text if that is not known. */
    private static Optional<String> section(CodeBase code, Site site, int token) {
        CodeFile file = site.file();
        Expression name = file.syntax().expression(token, token + 1);
        Expression set = code.symbols().definition(name, site.scope()).expression();
        if (set instanceof Expression.Call call && call.name().endsWith("Section")) {
            int start = file.tokens().at(call.span().start());
            int last = start;
            for (int i = start; file.tokens().start(i) < call.span().end(); i++) {
                last =
                        file.tokens().is(i, "GetSection")
                                        || file.tokens().is(i, "GetRequiredSection")
                                ? i
                                : last;
            }
            return prefix(code, new Site(file, last, last + 1), 0);
        }
        return Optional.empty();
    }

    private static void read(
            CodeBase code, Site site, String prefix, String type, Findings findings) {
        Optional<Value> value = site.argument(code, "key", 0);
        if (value.isEmpty() || site.arguments().get(0).value() instanceof Expression.Numeral) {
            return;
        }
        if (!value.get().known() || value.get().text().isBlank()) {
            String written = site.file().text(site.span());
            findings.unresolved("configuration", written, "the key is computed", site.evidence());
            return;
        }
        String key = prefix.isEmpty() ? value.get().text() : prefix + ":" + value.get().text();
        Confidence sure =
                prefix.isEmpty() || prefix.equals("ConnectionStrings")
                        ? value.get().confidence()
                        : value.get().confidence().and(Confidence.RESOLVED);
        findings.add(new ConfigurationKey(key, "read", type, null, sure, site.evidence()));
    }

    /** The class that a section is bound to: of {@code Configure<T>(…)}, {@code .Get<T>()}, {@code .Bind(…)}. */
    private static String target(Site site) {
        Tokens tokens = site.file().tokens();
        int after = site.after();
        if (tokens.is(after, '.') && tokens.is(after + 1, "Get") && tokens.is(after + 2, '<')) {
            int close = after + 3;
            while (close < after + 40 && !tokens.is(close, '>')) {
                close++;
            }
            return site.file().syntax().type(after + 3, close);
        }
        return enclosing(site);
    }

    /** The type argument of the {@code Configure<T>(} or {@code AddOptions<T>().Bind(} around. */
    private static String enclosing(Site site) {
        Tokens tokens = site.file().tokens();
        for (int i = site.name() - 1; i > Math.max(0, site.name() - 40); i--) {
            if (tokens.is(i, ';') || tokens.is(i, '{')) {
                return "";
            }
            boolean around = tokens.is(i, "Configure") || tokens.is(i, "AddOptions");
            if (around && tokens.is(i + 1, '<')) {
                int close = i + 2;
                while (close < i + 40 && !tokens.is(close, '>')) {
                    close++;
                }
                return site.file().syntax().type(i + 2, close);
            }
        }
        return "";
    }

    private static void bound(CodeBase code, Site site, String type, Findings findings) {
        Optional<Value> value = site.argument(code, "key", 0).filter(Value::known);
        if (type.isEmpty() || value.isEmpty()) {
            return;
        }
        Optional<String> prefix =
                site.word().equals("BindConfiguration")
                        ? value.map(Value::text)
                        : prefix(code, site, 0);
        code.symbols()
                .types()
                .find(type, site.file())
                .ifPresent(
                        found ->
                                prefix.ifPresent(
                                        p ->
                                                properties(
                                                        code,
                                                        found,
                                                        p,
                                                        Descent.of(MAX_DEPTH, MAX_TYPES),
                                                        findings)));
    }

    private static void properties(
            CodeBase code, TypeDeclaration type, String prefix, Descent depth, Findings findings) {
        CodeFile file = code.fileOf(type);
        for (Member member : type.members()) {
            boolean is =
                    member.kind() == MemberKind.PROPERTY
                            && member.has("public")
                            && !member.has("static");
            if (!is) {
                continue;
            }
            String key = prefix + ":" + member.name();
            Optional<TypeDeclaration> inner =
                    !depth.ended() && SettingValue.type(member.type()).equals("object")
                            ? code.symbols().types().find(member.type(), file)
                            : Optional.empty();
            if (inner.isPresent()
                    && !inner.get().fullName().equals(type.fullName())
                    && !inner.get().kind().key().equals("enum")) {
                properties(code, inner.get(), key, depth.deeper(), findings);
            } else {
                String kind = inner.isPresent() ? "string" : SettingValue.type(member.type());
                findings.add(
                        new ConfigurationKey(
                                key,
                                "declared",
                                kind,
                                initial(file, member, key),
                                Confidence.RESOLVED,
                                member.evidence()));
            }
        }
    }

    private static @Nullable String initial(CodeFile file, Member member, String key) {
        if (member.initializer().isEmpty()) {
            return null;
        }
        String text = file.text(member.initializer());
        return text.startsWith("\"") ? null : SettingValue.of(key, text).value();
    }
}
