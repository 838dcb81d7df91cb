package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.ArchivePath;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys that configuration files declare, in the form of their framework: {@code Section:Key} of .NET,
 * dotted of the others; a list is one key. Also what they read from the environment.
 */
public final class ConfigurationFiles implements Framework {
    private static final String DECLARED = "declared";
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{([A-Za-z_][\\w.-]{0,100})[:}]");

    private static final Pattern WEB_CONFIG =
            Pattern.compile("(?:web|app)(?:\\.\\w{1,40})?\\.config");
    private static final SettingValue EMPTY = new SettingValue("string", null);

    /** What a file is, by its name. */
    private enum Form {
        DOTNET,
        DOTTED,
        ENVIRONMENT,
        NODE,
        WEB_CONFIG,
        COMPOSE,
        NONE
    }

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<String> nodeConfigs =
                code.data().readNamed("package.json").stream()
                        .filter(file -> file.root().get("dependencies").has("config"))
                        .map(file -> ArchivePath.resolve(file.file().directory(), "config"))
                        .toList();
        for (SourceFile file : code.data().files()) {
            Form form = form(file, nodeConfigs);
            if (form != Form.NONE && file.lines() > 0) {
                read(code.data().read(file), form, findings);
            }
        }
    }

    private static Form form(SourceFile file, List<String> nodeConfigs) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (nodeConfigs.contains(file.directory())) {
            boolean data = file.language() == Language.JSON || file.language() == Language.YAML;
            return data ? Form.NODE : Form.NONE;
        }
        return switch (file.language()) {
            case JSON ->
                    name.startsWith("appsettings") || name.equals("local.settings.json")
                            ? Form.DOTNET
                            : Form.NONE;
            case XML ->
                    name.endsWith(".config") && WEB_CONFIG.matcher(name).matches()
                            ? Form.WEB_CONFIG
                            : Form.NONE;
            case YAML ->
                    isApplication(name)
                            ? Form.DOTTED
                            : name.startsWith("docker-compose") || name.startsWith("compose.")
                                    ? Form.COMPOSE
                                    : Form.NONE;
            case PROPERTIES ->
                    isApplication(name)
                            ? Form.DOTTED
                            : name.startsWith(".env") || name.endsWith(".env")
                                    ? Form.ENVIRONMENT
                                    : Form.NONE;
            default -> Form.NONE;
        };
    }

    private static boolean isApplication(String name) {
        return name.startsWith("application.")
                || name.startsWith("application-")
                || name.startsWith("bootstrap.")
                || name.startsWith("bootstrap-")
                || name.equals("microprofile-config.properties");
    }

    private static void read(DataFile file, Form form, Findings findings) {
        switch (form) {
            case DOTNET -> walk(file, file.root(), "", ":", findings);
            case WEB_CONFIG -> webConfig(file, findings);
            case COMPOSE -> compose(file, findings);
            default -> file.documents().forEach(each -> walk(file, each, "", ".", findings));
        }
    }

    private static void walk(
            DataFile file, DataNode node, String path, String separator, Findings findings) {
        for (DataNode.Entry entry : node.entries()) {
            String key = profileless(path.isEmpty() ? entry.key() : path + separator + entry.key());
            if (entry.value().isMapping() && !entry.value().entries().isEmpty()) {
                walk(file, entry.value(), key, separator, findings);
            } else if (!key.isEmpty()) {
                add(file, key, value(key, entry.value()), entry.keySpan(), findings);
                placeholders(file, entry.value(), findings);
            }
        }
    }

    /** Quarkus writes the profile in front: {@code %dev.key}. */
    private static String profileless(String key) {
        int dot = key.indexOf('.');
        return !key.startsWith("%") ? key : dot < 0 ? "" : key.substring(dot + 1);
    }

    private static SettingValue value(String key, DataNode node) {
        if (node.isSequence()) {
            return SettingValue.LIST;
        }
        if (node.isMapping()) {
            return SettingValue.OBJECT;
        }
        SettingValue value = SettingValue.of(key, node.text(""));
        boolean quoted = node instanceof DataNode.Scalar scalar && scalar.quoted();
        return quoted && value.type().isEmpty() ? EMPTY : value;
    }

    private static void placeholders(DataFile file, DataNode value, Findings findings) {
        boolean jvm = isApplication(file.file().name().toLowerCase(Locale.ROOT));
        Matcher matcher = PLACEHOLDER.matcher(jvm ? value.text("") : "");
        while (matcher.find()) {
            findings.add(
                    new ConfigurationKey(
                            matcher.group(1),
                            "read",
                            "",
                            null,
                            Confidence.LITERAL,
                            file.evidence(value.span())));
        }
    }

    private static void webConfig(DataFile file, Findings findings) {
        for (XmlElement settings : file.xml().all("appSettings")) {
            for (XmlElement each : settings.children("add")) {
                String key = each.attribute("key", "");
                SettingValue value = SettingValue.of(key, each.attribute("value", ""));
                add(file, key, value, each.span(), findings);
            }
        }
        for (XmlElement strings : file.xml().all("connectionStrings")) {
            for (XmlElement each : strings.children("add")) {
                String key = "ConnectionStrings:" + each.attribute("name", "");
                add(file, key, new SettingValue("string", null), each.span(), findings);
            }
        }
    }

    /** The environment of services, as a mapping or as lines {@code NAME=value}. */
    private static void compose(DataFile file, Findings findings) {
        for (DataNode.Entry service : file.root().get("services").entries()) {
            DataNode environment = service.value().get("environment");
            walk(file, environment, "", ".", findings);
            for (DataNode item : environment.items()) {
                String text = item.text("");
                int equals = text.indexOf('=');
                String key = equals < 0 ? text : text.substring(0, equals);
                String value = equals < 0 ? "" : text.substring(equals + 1);
                add(file, key, SettingValue.of(key, value), item.span(), findings);
            }
        }
    }

    private static void add(
            DataFile file, String key, SettingValue value, Span span, Findings findings) {
        if (!key.isEmpty() && span.end() <= file.text().length()) {
            Evidence place = file.evidence(span);
            findings.add(
                    new ConfigurationKey(
                            key, DECLARED, value.type(), value.value(), Confidence.LITERAL, place));
        }
    }
}
