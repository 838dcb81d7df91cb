package io.digitalworker.facts.framework.nopcommerce;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.LocalizationKey;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.dotnet.Site;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Texts of the shop: keys that resource files and installations declare, and where they are used: in
 * code, in attributes and in views. A key is told once for each file that uses it.
 */
public final class NopTexts implements Framework {
    private static final Set<String> READS =
            Set.of("GetResource", "GetResourceAsync", "NopResourceDisplayName");
    private static final Set<String> WRITES =
            Set.of(
                    "AddOrUpdateLocaleResource",
                    "AddOrUpdateLocaleResourceAsync",
                    "AddOrUpdatePluginLocaleResource",
                    "AddOrUpdatePluginLocaleResourceAsync");
    private static final String VIEW_CALL = "T(\"";

    @Override
    public void extract(CodeBase code, Findings findings) {
        code.data().readNamed("*.nopres.xml").forEach(file -> resources(file, findings));
        List<CodeFile> files = Nop.files(code);
        for (CodeFile file : files) {
            reads(code, file, findings);
            for (Site site : Site.calls(file, WRITES)) {
                writes(code, site, findings);
            }
        }
        if (!files.isEmpty()) {
            views(code, findings);
        }
    }

    // ---- declared

    private static void resources(DataFile file, Findings findings) {
        XmlElement root = file.xml();
        String culture =
                root.attribute("Culture")
                        .or(() -> root.attribute("LanguageCulture"))
                        .or(() -> root.attribute("Name"))
                        .orElse("");
        for (XmlElement resource : root.all("LocaleResource")) {
            resource.attribute("Name")
                    .ifPresent(
                            key ->
                                    findings.add(
                                            new LocalizationKey(
                                                    key,
                                                    culture,
                                                    "declared",
                                                    Confidence.LITERAL,
                                                    file.evidence(resource.head()))));
        }
    }

    private static void writes(CodeBase code, Site site, Findings findings) {
        List<Argument> arguments = site.call().arguments();
        Tokens tokens = site.file().tokens();
        int found = 0;
        for (int i = site.token(); i < site.end(); i++) {
            boolean index = tokens.is(i, '[') && tokens.is(tokens.partner(i) + 1, '=');
            boolean pair = tokens.is(i, '{') && tokens.isString(i + 1) && tokens.is(i + 2, ',');
            if (index || pair) {
                int end = index ? tokens.partner(i) : i + 2;
                Expression key = site.file().syntax().expression(i + 1, end);
                found += declared(code, key, "", new Site(site.file(), i + 1, end), findings);
            }
        }
        boolean single = found == 0 && arguments.size() > 1;
        int key =
                single && !text(arguments.get(0).value()) && text(arguments.get(1).value()) ? 1 : 0;
        if (single) {
            String culture =
                    Argument.of(arguments, "languageCulture", key + 2)
                            .flatMap(value -> code.values().text(value, site.scope()))
                            .orElse("");
            found += declared(code, arguments.get(key).value(), culture, site, findings);
        }
        if (found == 0 && !Nop.test(site.evidence())) {
            findings.unresolved(
                    "localization",
                    site.file().text(site.span()),
                    "not a constant",
                    site.evidence());
        }
    }

    private static boolean text(Expression expression) {
        return expression instanceof Text;
    }

    private static int declared(
            CodeBase code, Expression key, String culture, Site site, Findings findings) {
        Value value =
                key instanceof Text text
                        ? new Value(text.value(), true, true)
                        : code.values().first(key, site.scope());
        if (value.known()) {
            findings.add(
                    new LocalizationKey(
                            value.text(),
                            culture.toLowerCase(Locale.ROOT),
                            "declared",
                            value.confidence(),
                            site.evidence()));
        }
        return value.known() ? 1 : 0;
    }

    // ---- used

    private static void reads(CodeBase code, CodeFile file, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Site site : Site.calls(file, READS)) {
            Optional<Expression> key =
                    site.call().arguments().stream().findFirst().map(Argument::value);
            if (key.isEmpty()) {
                continue;
            }
            Value value =
                    key.get() instanceof Text text
                            ? new Value(text.value(), true, true)
                            : code.values().first(key.get(), site.scope());
            if (!value.known()) {
                findings.unresolved(
                        "localization", file.text(site.span()), "not a constant", site.evidence());
            } else if (seen.add(value.text().toLowerCase(Locale.ROOT))) {
                findings.add(
                        new LocalizationKey(
                                value.text(), "", "read", value.confidence(), site.evidence()));
            }
        }
    }

    /** {@code @T("Key")} in views; what is put together there is left to the views. */
    private static void views(CodeBase code, Findings findings) {
        for (SourceFile file : code.tree().files()) {
            if (file.language() == Language.RAZOR && file.lines() > 0) {
                SourceText source = code.tree().text(file);
                String text = source.text();
                Set<String> seen = new HashSet<>();
                int at = text.indexOf(VIEW_CALL);
                while (at >= 0) {
                    int start = at + VIEW_CALL.length();
                    int end = text.indexOf('"', start);
                    boolean word = at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1));
                    if (!word && end > start) {
                        String key = text.substring(start, end);
                        boolean whole =
                                end + 1 < text.length() && ",)".indexOf(text.charAt(end + 1)) >= 0;
                        if (whole && seen.add(key.toLowerCase(Locale.ROOT))) {
                            int line = source.lineOf(at);
                            Evidence evidence = code.tree().evidence(file, line, line);
                            findings.add(
                                    new LocalizationKey(
                                            key, "", "read", Confidence.LITERAL, evidence));
                        }
                    }
                    at = text.indexOf(VIEW_CALL, start);
                }
            }
        }
    }
}
