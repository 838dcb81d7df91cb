package io.digitalworker.facts.cases;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moves the paths that stand as literals in registrations to constants of a file of their own. */
final class MovedPaths {
    private static final String LITERAL = "(?<literal>r?\"[^\"\\\\\n$]*\"|r?'[^'\\\\\n$]*')";
    private static final Pattern CSHARP =
            Pattern.compile(
                    "(?<=\\[(?:Route|HttpGet|HttpPost|HttpPut|HttpDelete|HttpPatch)\\()"
                            + LITERAL
                            + "(?=\\)|,)");
    private static final Pattern JAVA =
            Pattern.compile(
                    "(?<=@(?:Request|Get|Post|Put|Delete|Patch)Mapping\\((?:path = |value = )?)"
                            + LITERAL
                            + "(?=\\)|,)");
    private static final Pattern SCRIPT =
            Pattern.compile(
                    "(?<=@(?:Controller|Get|Post|Put|Delete|Patch)\\(|(?:router|app)\\.(?:get|post|put|delete|patch)\\(\\s{0,8})"
                            + LITERAL
                            + "(?=\\)|,)");
    private static final Pattern PYTHON =
            Pattern.compile(
                    "(?<=(?:router|app)\\.(?:get|post|put|delete|patch)\\(\\s{0,8}|\\b(?:url|path)\\(|prefix=)"
                            + "(?<literal>r?\"[^\"\n]*\"|r?'[^'\n]*')"
                            + "(?=\\)|,)");

    private final StringBuilder csharp = new StringBuilder();
    private final StringBuilder java = new StringBuilder();
    private final StringBuilder script = new StringBuilder();
    private final StringBuilder python = new StringBuilder();
    private int count;

    private MovedPaths() {}

    static Archive of(Archive archive) {
        MovedPaths moved = new MovedPaths();
        Archive changed = Mutations.each(moved::change).of(archive);
        Map<String, byte[]> files = new LinkedHashMap<>(changed.files());
        moved.add(
                files,
                "Mutated/Paths.cs",
                moved.csharp,
                "namespace Mutated;\n\npublic static class Paths\n{\n%s}\n");
        moved.add(
                files,
                "src/main/java/mutated/Paths.java",
                moved.java,
                "package mutated;\n\npublic final class Paths {\n%s}\n");
        moved.add(files, "src/mutated-paths.ts", moved.script, "%s");
        moved.add(files, "mutated_paths.py", moved.python, "%s");
        return new Archive(files);
    }

    private void add(Map<String, byte[]> files, String path, StringBuilder found, String form) {
        if (!found.isEmpty()) {
            files.put(path, form.formatted(found).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String change(String path, String text) {
        if (path.matches("(?i).*(test|spec).*")) {
            return text;
        }
        if (path.endsWith(".cs")) {
            return replaced(
                    text, CSHARP, "Mutated.Paths.", csharp, "    public const string %s = %s;\n");
        }
        if (path.endsWith(".java")) {
            return replaced(
                    text,
                    JAVA,
                    "mutated.Paths.",
                    java,
                    "    public static final String %s = %s;\n");
        }
        if (path.endsWith(".ts")) {
            String after = replaced(text, SCRIPT, "PATHS.", script, "export const %s = %s;\n");
            return after.equals(text)
                    ? text
                    : "import * as PATHS from '" + relative(path) + "src/mutated-paths';\n" + after;
        }
        if (path.endsWith(".py")) {
            String after = replaced(text, PYTHON, "mutated_paths.", python, "%s = %s\n");
            return after.equals(text) ? text : "import mutated_paths\n" + after;
        }
        return text;
    }

    private static String relative(String path) {
        long depth = path.chars().filter(c -> c == '/').count();
        return depth == 0 ? "./" : "../".repeat((int) depth);
    }

    private String replaced(
            String text, Pattern pattern, String owner, StringBuilder found, String form) {
        return pattern.matcher(text)
                .replaceAll(hit -> Matcher.quoteReplacement(constant(hit, owner, found, form)));
    }

    private String constant(MatchResult hit, String owner, StringBuilder found, String form) {
        String name = "P" + count++;
        found.append(form.formatted(name, hit.group()));
        return owner + name;
    }
}
