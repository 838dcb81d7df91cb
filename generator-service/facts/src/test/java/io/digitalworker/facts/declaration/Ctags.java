package io.digitalworker.facts.declaration;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Declared.Sort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Universal ctags, if there is one on the path. */
final class Ctags implements Oracle {
    private static final Map<String, Sort> SORTS =
            Map.ofEntries(
                    Map.entry("class", Sort.TYPE),
                    Map.entry("interface", Sort.TYPE),
                    Map.entry("struct", Sort.TYPE),
                    Map.entry("enum", Sort.TYPE),
                    Map.entry("typedef", Sort.TYPE),
                    Map.entry("annotation", Sort.TYPE),
                    Map.entry("method", Sort.CALLABLE),
                    Map.entry("field", Sort.VALUE),
                    Map.entry("property", Sort.VALUE),
                    Map.entry("event", Sort.VALUE),
                    Map.entry("enumerator", Sort.VALUE),
                    Map.entry("enumConstant", Sort.VALUE));

    @Override
    public String title() {
        return "universal-ctags";
    }

    @Override
    public boolean present() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "ctags")));
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public Opinion on(List<CodeFile> files) {
        try {
            return new Opinion(claims(files), Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Declared> claims(List<CodeFile> files) throws IOException {
        List<Declared> claims = new ArrayList<>();
        for (CtagsRun.Line line : CtagsRun.over(files, "--fields=NFnK", "--languages=C#,Java")) {
            Sort sort = SORTS.get(line.kind());
            if (sort != null) {
                claims.add(Declared.of(line.path(), line.number(), sort, line.name()));
            }
        }
        return claims;
    }
}
