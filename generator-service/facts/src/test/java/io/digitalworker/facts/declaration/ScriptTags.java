package io.digitalworker.facts.declaration;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Declared.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What universal-ctags says of TypeScript, JavaScript and Python. */
final class ScriptTags {
    private static final Map<String, Sort> SORTS =
            Map.ofEntries(
                    Map.entry("class", Sort.TYPE),
                    Map.entry("interface", Sort.TYPE),
                    Map.entry("enum", Sort.TYPE),
                    Map.entry("alias", Sort.TYPE),
                    Map.entry("function", Sort.CALLABLE),
                    Map.entry("generator", Sort.CALLABLE),
                    Map.entry("method", Sort.CALLABLE),
                    Map.entry("getter", Sort.CALLABLE),
                    Map.entry("setter", Sort.CALLABLE),
                    Map.entry("member", Sort.CALLABLE),
                    Map.entry("field", Sort.VALUE),
                    Map.entry("property", Sort.VALUE),
                    Map.entry("constant", Sort.VALUE),
                    Map.entry("variable", Sort.VALUE),
                    Map.entry("enumerator", Sort.VALUE));

    private ScriptTags() {}

    /**
     * A tag.
     *
     * @param kind as ctags calls it
     * @param scope what it is in, as a dotted name; empty outside everything
     */
    record Tag(Declared declared, String kind, String scope, String scopeKind) {}

    static List<Tag> of(List<CodeFile> files) throws IOException {
        List<CtagsRun.Line> lines =
                CtagsRun.over(
                        files,
                        "--fields=NFnKsZ",
                        "--languages=JavaScript,TypeScript,Python",
                        "--map-TypeScript=+.tsx",
                        "--map-TypeScript=+.mts",
                        "--map-JavaScript=+.cjs");
        List<Tag> tags = new ArrayList<>();
        for (CtagsRun.Line line : lines) {
            Sort sort = SORTS.get(line.kind());
            if (sort != null) {
                tags.add(tag(line, sort));
            }
        }
        return tags;
    }

    private static Tag tag(CtagsRun.Line line, Sort sort) {
        return new Tag(
                new Declared(line.path(), line.number(), line.number(), sort, line.name()),
                line.kind(),
                line.tag().path("scope").asText(),
                line.tag().path("scopeKind").asText());
    }
}
