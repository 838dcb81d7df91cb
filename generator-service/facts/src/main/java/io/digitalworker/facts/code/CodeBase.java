package io.digitalworker.facts.code;

import io.digitalworker.facts.budget.Outcome;
import io.digitalworker.facts.budget.TimeBudget;
import io.digitalworker.facts.data.DataFiles;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.facts.syntax.Dialect;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All code of a source tree, read once. May be read by several threads. */
public final class CodeBase {
    private final SourceTree tree;
    private final Map<String, CodeFile> files;
    private final Symbols symbols;
    private final Values values;
    private final Map<SourceFile, Outcome<CodeFile>> passedOver;
    private @Nullable DataFiles data;

    private CodeBase(
            SourceTree tree,
            Map<String, CodeFile> files,
            Map<SourceFile, Outcome<CodeFile>> passedOver) {
        this.tree = tree;
        this.files = Collections.unmodifiableMap(files);
        this.symbols = new Symbols(this.files);
        this.values = new Values(symbols);
        this.passedOver = Collections.unmodifiableMap(passedOver);
    }

    /** Reads all files of languages that are known; nothing that a file holds makes it fail. */
    public static CodeBase read(SourceTree tree) {
        return read(tree, TimeBudget.standard());
    }

    /** Reads what can be read within the budget; {@link #passedOver} tells the rest. */
    public static CodeBase read(SourceTree tree, TimeBudget budget) {
        List<SourceFile> sources =
                tree.files().stream().filter(f -> Dialect.of(f.language()) != null).toList();
        List<Outcome<CodeFile>> outcomes = budget.run(sources, budget.file(), reader(tree));
        Map<String, CodeFile> files = new LinkedHashMap<>();
        Map<SourceFile, Outcome<CodeFile>> passedOver = new LinkedHashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Done<CodeFile> done) {
                files.put(done.value().path(), done.value());
            } else {
                passedOver.put(sources.get(i), outcomes.get(i));
            }
        }
        return new CodeBase(tree, files, passedOver);
    }

    /** The same without a file, which is still in the tree. */
    public CodeBase without(SourceFile file) {
        Map<String, CodeFile> rest = new LinkedHashMap<>(files);
        rest.remove(file.path());
        return new CodeBase(tree, rest, passedOver);
    }

    /** The files that could not be read, by path, with how that ended; none, as far as is known. */
    public Map<SourceFile, Outcome<CodeFile>> passedOver() {
        return passedOver;
    }

    private static Function<SourceFile, CodeFile> reader(SourceTree tree) {
        return file -> {
            Dialect dialect = Dialect.of(file.language());
            if (dialect == null) {
                throw new IllegalArgumentException(file + " is no code");
            }
            return CodeFile.read(tree, file, dialect);
        };
    }

    public SourceTree tree() {
        return tree;
    }

    /** The structured files, each read when it is first asked for. */
    public synchronized DataFiles data() {
        DataFiles held = data;
        if (held == null) {
            held = DataFiles.of(tree);
            data = held;
        }
        return held;
    }

    /** By path. */
    public List<CodeFile> files() {
        return List.copyOf(files.values());
    }

    /** By path. */
    public List<CodeFile> files(Dialect dialect) {
        return files.values().stream().filter(file -> file.dialect() == dialect).toList();
    }

    /** The files that may hold any of the words, by path. */
    public List<CodeFile> filesWith(Dialect dialect, String... words) {
        return files(dialect).stream()
                .filter(file -> Arrays.stream(words).anyMatch(file::mayHold))
                .toList();
    }

    public Optional<CodeFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The file that a type of this code base is declared in. */
    public CodeFile fileOf(TypeDeclaration type) {
        CodeFile file = files.get(type.evidence().path());
        if (file == null) {
            throw new IllegalArgumentException(type.name() + " is not of this code base");
        }
        return file;
    }

    /** What names mean, across files. */
    public Symbols symbols() {
        return symbols;
    }

    /** What expressions stand for, as text. */
    public Values values() {
        return values;
    }

    /** All types, by path and line. */
    public List<TypeDeclaration> types() {
        return files.values().stream().flatMap(file -> file.types().stream()).toList();
    }
}
