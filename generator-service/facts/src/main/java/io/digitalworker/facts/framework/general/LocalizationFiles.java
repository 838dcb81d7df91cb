package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.ArchivePath;
import io.digitalworker.facts.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keys of translated texts in resource files: {@code .resx}, message bundles of Java, JSON and YAML of
 * i18next, ngx-translate and Rails (flattened), Gettext.
 */
public final class LocalizationFiles implements Framework {
    private static final Set<String> DIRECTORIES =
            Set.of(
                    "locales",
                    "locale",
                    "i18n",
                    "l10n",
                    "lang",
                    "langs",
                    "languages",
                    "translations",
                    "localization",
                    "translation");
    private static final Set<String> BUNDLES =
            Set.of("message", "label", "i18n", "translation", "resource", "texts", "strings");

    @Override
    public void extract(CodeBase code, Findings findings) {
        LocalizationKeys keys = new LocalizationKeys(findings);
        for (SourceFile file : code.tree().files()) {
            if (file.lines() == 0) {
                continue;
            }
            switch (file.language()) {
                case XML -> {
                    if (file.path().endsWith(".resx")) {
                        resx(code.data().read(file), keys);
                    }
                }
                case PROPERTIES -> bundle(code, file, keys);
                case JSON, YAML -> tree(code, file, keys);
                case GETTEXT -> new GettextFile(code.tree(), file).read(keys);
                default -> {}
            }
        }
    }

    private static void resx(DataFile file, LocalizationKeys keys) {
        String stem = ArchivePath.stem(file.path());
        String culture = suffix(stem, '.');
        for (XmlElement data : file.xml().children("data")) {
            String name = data.attribute("name", "");
            boolean text = data.attribute("type").isEmpty() && data.attribute("mimetype").isEmpty();
            if (text && !name.startsWith(">>") && !name.startsWith("$this.")) {
                keys.declared(name, culture, () -> file.evidence(data.span()));
            }
        }
    }

    /** The culture at the end of a name: {@code Pages.Index.de-DE}, {@code messages_de}. */
    private static String suffix(String stem, char separator) {
        for (int at = stem.lastIndexOf(separator), step = 0; at >= 0 && step < 3; step++) {
            String tail = stem.substring(at + 1);
            boolean lower = !tail.isEmpty() && Character.isLowerCase(tail.charAt(0));
            String culture = lower ? LocalizationKeys.culture(tail) : "";
            if (!culture.isEmpty() || separator == '.') {
                return culture;
            }
            at = at == 0 ? -1 : stem.lastIndexOf(separator, at - 1);
        }
        return "";
    }

    private static void bundle(CodeBase code, SourceFile file, LocalizationKeys keys) {
        if (!file.path().endsWith(".properties")) {
            return;
        }
        String stem = ArchivePath.stem(file.path());
        String lower = stem.toLowerCase(Locale.ROOT);
        boolean named = BUNDLES.stream().anyMatch(lower::contains);
        if (named || inDirectory(file.directory())) {
            String culture = suffix(stem, '_');
            DataFile data = code.data().read(file);
            for (DataNode.Entry each : data.root().entries()) {
                keys.declared(each.key(), culture, () -> data.evidence(each.span()));
            }
        }
    }

    private static boolean inDirectory(String directory) {
        String parent = ArchivePath.name(directory).toLowerCase(Locale.ROOT);
        String above = ArchivePath.name(ArchivePath.directory(directory)).toLowerCase(Locale.ROOT);
        return DIRECTORIES.contains(parent) || DIRECTORIES.contains(above);
    }

    private static void tree(CodeBase code, SourceFile file, LocalizationKeys keys) {
        if (!inDirectory(file.directory())) {
            return;
        }
        String stem = ArchivePath.stem(file.path());
        String own = LocalizationKeys.culture(stem);
        String dotted = own.isEmpty() ? suffix(stem, '.') : own;
        String culture =
                dotted.isEmpty()
                        ? LocalizationKeys.culture(ArchivePath.name(file.directory()))
                        : dotted;
        if (culture.isEmpty()) {
            return;
        }
        DataFile data = code.data().read(file);
        DataNode root = data.root();
        boolean packed = root.has("culture") && root.get("texts").isMapping();
        boolean rails =
                root.entries().size() == 1
                        && LocalizationKeys.culture(root.entries().get(0).key()).equals(culture)
                        && root.entries().get(0).value().isMapping();
        DataNode texts = packed ? root.get("texts") : rails ? root.entries().get(0).value() : root;
        for (DataNode.Leaf leaf : texts.isMapping() ? texts.leaves() : List.<DataNode.Leaf>of()) {
            if (leaf.value().isScalar() && leaf.value().span().end() <= data.text().length()) {
                keys.declared(leaf.path(), culture, () -> data.evidence(leaf.keySpan()));
            }
        }
    }
}
