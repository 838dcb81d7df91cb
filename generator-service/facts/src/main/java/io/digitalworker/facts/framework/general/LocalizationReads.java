package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.syntax.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys of translated texts that code and templates use. */
public final class LocalizationReads implements Framework {
    private static final String[] DOTNET = {
        "IStringLocalizer", "IHtmlLocalizer", "IStringLocalizerFactory", "IViewLocalizer"
    };
    private static final String[] SCRIPT = {
        "useTranslation",
        "withTranslation",
        "i18n",
        "i18next",
        "$t",
        "useI18n",
        "getTranslations",
        "useTranslations",
        "TranslateService",
        "i18nKey"
    };
    private static final Map<String, Integer> GETTEXT =
            Map.ofEntries(
                    Map.entry("_", 0),
                    Map.entry("gettext", 0),
                    Map.entry("gettext_lazy", 0),
                    Map.entry("gettext_noop", 0),
                    Map.entry("ugettext", 0),
                    Map.entry("ugettext_lazy", 0),
                    Map.entry("lazy_gettext", 0),
                    Map.entry("ngettext", 0),
                    Map.entry("ngettext_lazy", 0),
                    Map.entry("pgettext", 1),
                    Map.entry("pgettext_lazy", 1));

    /** Templates by language: what holds a key as its last group, and a text without which none does. */
    private static final Map<Language, List<Template>> TEMPLATES =
            Map.of(
                    Language.RAZOR,
                    List.of(
                            template(
                                    "ocalizer",
                                    "\\w{0,40}ocalizer(?:\\.GetString)?\\s{0,3}[\\[(]\\s{0,3}\"([^\"\\n]{1,300})\"")),
                    Language.HTML,
                    List.of(
                            template(
                                    "{% trans",
                                    "\\{%-?\\s{0,5}trans(?:late)?\\s{1,5}(?:\"([^\"\\n]{1,300})\"|'([^'\\n]{1,300})')"),
                            template("#{", "#\\{([\\w.-]{1,150})[}(]"),
                            template(
                                    "translate",
                                    "\\{\\{\\s{0,5}'([^'\\n]{1,300})'\\s{0,5}\\|\\s{0,5}translate"),
                            template(
                                    "_(",
                                    "\\{\\{-?\\s{0,5}_\\(\\s{0,5}['\"]([^'\"\\n]{1,300})['\"]")),
                    Language.VUE,
                    List.of(template("$t", "\\$tc?\\(\\s{0,5}['\"]([^'\"\\n]{1,300})['\"]")),
                    Language.JSP,
                    List.of(
                            template(
                                    ":message",
                                    "<(?:spring|fmt):message\\s[^>]{0,200}?(?:code|key)\\s{0,3}=\\s{0,3}[\"']([^\"'\\n]{1,300})[\"']")));

    /** A pattern with a text that must stand in the file for it to match. */
    private record Template(String needs, Pattern pattern) {}

    private static Template template(String needs, String pattern) {
        return new Template(needs, Pattern.compile(pattern));
    }

    @Override
    public void extract(CodeBase code, Findings findings) {
        LocalizationKeys keys = new LocalizationKeys(findings);
        List<CodeFile> dotnet = code.filesWith(Dialect.CSHARP, DOTNET);
        dotnet.forEach(file -> sites(code, file, LocalizationReads::isLocalizer, 0, keys));
        for (CodeFile file :
                code.filesWith(
                        Dialect.JAVA, "MessageSource", "ResourceBundle", "MessageSourceAccessor")) {
            java(code, file, keys);
        }
        for (CodeFile file : code.filesWith(Dialect.SCRIPT, SCRIPT)) {
            script(code, file, keys);
        }
        for (CodeFile file :
                code.filesWith(
                        Dialect.PYTHON,
                        GETTEXT.keySet().stream()
                                .filter(w -> !w.equals("_"))
                                .toArray(String[]::new))) {
            python(code, file, keys);
        }
        for (SourceFile file : code.tree().files()) {
            boolean razor = file.language() == Language.RAZOR;
            List<Template> templates = TEMPLATES.getOrDefault(file.language(), List.of());
            if (!templates.isEmpty()
                    && file.lines() > 0
                    && (!razor || usesLocalizer(code, dotnet))) {
                template(code, file, templates, keys);
            }
        }
    }

    /** Views get theirs from the container, which has one only where code asks for it. */
    private static boolean usesLocalizer(CodeBase code, List<CodeFile> dotnet) {
        return !dotnet.isEmpty()
                || !code.filesWith(Dialect.CSHARP, "AddViewLocalization", "AddLocalization")
                        .isEmpty();
    }

    private static boolean isLocalizer(Site site) {
        String word = site.word().toLowerCase(Locale.ROOT);
        String receiver = site.receiver().toLowerCase(Locale.ROOT);
        boolean string = site.word().equals("GetString") || site.word().equals("GetHtml");
        boolean indexed =
                word.endsWith("localizer")
                        || word.equals("l")
                        || word.equals("_l")
                        || word.equals("t")
                        || word.equals("_t");
        return (site.isIndex() && indexed) || (string && receiver.endsWith("localizer"));
    }

    private static void sites(
            CodeBase code,
            CodeFile file,
            Predicate<Site> wanted,
            int position,
            LocalizationKeys keys) {
        Site.of(file, word -> true).stream()
                .filter(wanted)
                .forEach(site -> key(code, site, position, keys));
    }

    private static void key(CodeBase code, Site site, int position, LocalizationKeys keys) {
        boolean declares =
                site.file().tokens().is(site.name() - 1, "def")
                        || site.file().tokens().is(site.name() - 1, "function");
        Optional<Value> value =
                site.isEmpty() || declares ? Optional.empty() : site.argument(code, "", position);
        if (value.isEmpty() || (value.get().known() && value.get().text().isBlank())) {
            return;
        }
        if (value.get().known()) {
            keys.read(value.get().text(), value.get().confidence(), site::evidence);
        } else {
            String written = site.file().text(site.span());
            keys.findings()
                    .unresolved("localization", written, "the key is computed", site.evidence());
        }
    }

    private static void java(CodeBase code, CodeFile file, LocalizationKeys keys) {
        Set<String> names = Set.of("getMessage", "getString");
        for (Site site : Site.of(file, names::contains)) {
            String receiver = site.receiver().toLowerCase(Locale.ROOT);
            boolean source =
                    receiver.contains("message")
                            || receiver.contains("bundle")
                            || receiver.contains("resources");
            boolean one = site.arguments().size() == 1;
            if (source
                    && (site.word().equals("getString")
                            ? one
                            : !one || receiver.contains("accessor"))) {
                key(code, site, 0, keys);
            }
        }
    }

    private static void script(CodeBase code, CodeFile file, LocalizationKeys keys) {
        Set<String> names = Set.of("t", "$t", "$tc", "instant", "translate", "get", "stream");
        for (Site site : Site.of(file, names::contains)) {
            String receiver = site.receiver();
            String lower = receiver.toLowerCase(Locale.ROOT);
            boolean plain = receiver.isEmpty() || receiver.equals("this") || lower.contains("i18n");
            boolean own = site.word().equals("t") ? plain : site.word().startsWith("$t");
            boolean service = site.word().length() > 3 || site.word().equals("get");
            if (!site.isIndex() && (own || (service && lower.contains("translat")))) {
                key(code, site, 0, keys);
            }
        }
        for (int i = 0; i < file.tokens().size(); i++) {
            int at = i;
            boolean trans =
                    file.tokens().is(i, "i18nKey")
                            && file.tokens().is(i + 1, '=')
                            && file.tokens().isString(i + 2);
            if (trans) {
                String quoted = file.tokens().word(i + 2);
                keys.read(
                        quoted.replaceAll("^[\"']|[\"']$", ""),
                        Confidence.LITERAL,
                        () -> file.evidence(file.syntax().span(at, at + 3)));
            }
        }
    }

    private static void python(CodeBase code, CodeFile file, LocalizationKeys keys) {
        for (Site site : Site.of(file, GETTEXT::containsKey)) {
            boolean own =
                    site.receiver().isEmpty()
                            || site.receiver().equals("translation")
                            || site.receiver().equals("gettext");
            if (own && !site.isIndex()) {
                key(code, site, GETTEXT.getOrDefault(site.word(), 0), keys);
            }
        }
    }

    private static void template(
            CodeBase code, SourceFile file, List<Template> templates, LocalizationKeys keys) {
        SourceText text = code.tree().text(file);
        for (Template each : templates) {
            if (!text.text().contains(each.needs)) {
                continue;
            }
            Matcher matcher = each.pattern.matcher(text.text());
            while (matcher.find()) {
                String key =
                        matcher.group(1) == null
                                ? matcher.group(matcher.groupCount())
                                : matcher.group(1);
                int line = text.lineOf(matcher.start());
                int last = text.lineOf(matcher.end() - 1);
                keys.read(key, Confidence.LITERAL, () -> code.tree().evidence(file, line, last));
            }
        }
    }
}
