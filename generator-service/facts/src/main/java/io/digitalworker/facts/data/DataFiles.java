package io.digitalworker.facts.data;

import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The structured files of a source tree, each read when it is first asked for and kept while there
 * is memory. Nothing that a file holds makes reading fail. May be used by several threads.
 */
public final class DataFiles {
    private static final Set<Language> LANGUAGES =
            Set.of(Language.JSON, Language.YAML, Language.TOML, Language.PROPERTIES, Language.XML);

    private final SourceTree tree;
    private final List<SourceFile> files;
    private final Map<String, SoftReference<DataFile>> read = new ConcurrentHashMap<>();

    private DataFiles(SourceTree tree) {
        this.tree = tree;
        this.files =
                tree.files().stream()
                        .filter(file -> LANGUAGES.contains(file.language()) && file.lines() > 0)
                        .toList();
    }

    public static DataFiles of(SourceTree tree) {
        return new DataFiles(tree);
    }

    /** All JSON, YAML, TOML, properties and XML files that are not empty, by path. */
    public List<SourceFile> files() {
        return files;
    }

    /** The files of a format, by path. */
    public List<SourceFile> files(Language language) {
        return files.stream().filter(file -> file.language() == language).toList();
    }

    /**
     * The files of a name, by path; case is ignored. A pattern without {@code /} is held against file
     * names ({@code appsettings*.json}, {@code *.csproj}); one with {@code /} against whole paths.
     * {@code *} and {@code ?} stand for characters of a name, {@code **} for directories.
     */
    public List<SourceFile> named(String pattern) {
        Glob glob = Glob.of(pattern);
        return files.stream().filter(file -> glob.matches(file.path())).toList();
    }

    /** The files of a name, read. */
    public List<DataFile> readNamed(String pattern) {
        return named(pattern).stream().map(this::read).toList();
    }

    /** A file of the tree as far as it can be read; of a format that is not known, not at all. */
    public DataFile read(SourceFile file) {
        SoftReference<DataFile> held = read.get(file.path());
        DataFile known = held == null ? null : held.get();
        if (known != null && known.file().equals(file)) {
            return known;
        }
        SourceText text = tree.text(file);
        DataFile fresh = new DataFile(tree, file, text, content(file, text.text()));
        read.put(file.path(), new SoftReference<>(fresh));
        return fresh;
    }

    private static DataFile.Content content(SourceFile file, String text) {
        return switch (file.language()) {
            case JSON -> JsonReader.read(text);
            case YAML -> YamlReader.read(text);
            case TOML -> TomlReader.read(text);
            case PROPERTIES -> PropertiesReader.read(text, file.name());
            case XML -> XmlReader.read(text);
            default -> DataFile.Content.broken(1, file.language().title() + " is no data format");
        };
    }
}
