package io.digitalworker.facts.cases;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moves the paths that stand as literals in registrations to constants of a file of their own. */
final class MovedPaths {
    private static final String LITERAL = "(?<literal>r?\"[^\"\\\\\n$]*\"|r?'[^'\\\\\n$]*')";
    private static final Pattern CSHARP =
            Pattern.compile(
                    "(?<=\\[(?:Route|HttpGet|HttpPost|HttpPut|HttpDelete|HttpPatch)\\("
                            + "|\\.Map(?:Get|Post|Put|Delete|Patch|Group|ControllerRoute)\\()"
                            + LITERAL
                            + "(?=\\)|,)");
    private static final Pattern JAVA =
            Pattern.compile(
                    "(?<=@(?:Request|Get|Post|Put|Delete|Patch)Mapping\\((?:path = |value = )?)"
                            + LITERAL
                            + "(?=\\)|,)");
    private static final Pattern SCRIPT =
            Pattern.compile(
                    "(?<=@(?:Controller|Get|Post|Put|Delete|Patch)\\(|\\.setGlobalPrefix\\(|\\.use\\("
                            + "|(?:router|app)\\.(?:get|post|put|delete|patch)\\(\\s{0,8})"
                            + LITERAL
                            + "(?=\\)|,)");
    private static final Pattern PYTHON =
            Pattern.compile(
                    "(?<=(?:router|app)\\.(?:get|post|put|delete|patch)\\(\\s{0,8}|\\b(?:url|path)\\(|prefix=)"
                            + "(?<literal>r?\"[^\"\n]*\"|r?'[^'\n]*')"
                            + "(?=\\)|,)");

    private static final String CSHARP_FORM = "    public const string %s = %s;\n";
    private static final String JAVA_FORM = "    public static final String %s = %s;\n";

    private final StringBuilder csharp = new StringBuilder();
    private final StringBuilder java = new StringBuilder();
    private final StringBuilder script = new StringBuilder();
    private final StringBuilder python = new StringBuilder();
    private final boolean imported;
    private int count;

    private MovedPaths(boolean imported) {
        this.imported = imported;
    }

    /** The constants are named with the file or class that declares them. */
    static Archive qualified(Archive archive) {
        return new MovedPaths(false).moved(archive);
    }

    /** The constants are imported by name. */
    static Archive imported(Archive archive) {
        return new MovedPaths(true).moved(archive);
    }

    private Archive moved(Archive archive) {
        Archive changed = Mutations.each(this::change).apply(archive);
        Map<String, byte[]> files = new LinkedHashMap<>(changed.files());
        add(
                files,
                "Mutated/Paths.cs",
                csharp,
                "namespace Mutated;\n\npublic static class Paths\n{\n%s}\n");
        add(
                files,
                "src/main/java/mutated/Paths.java",
                java,
                "package mutated;\n\npublic final class Paths {\n%s}\n");
        add(files, "src/mutated-paths.ts", script, "%s");
        add(files, "mutated_paths.py", python, "%s");
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
            return replaced(text, CSHARP, "Mutated.Paths.", csharp, CSHARP_FORM);
        }
        if (path.endsWith(".java")) {
            return replaced(text, JAVA, "mutated.Paths.", java, JAVA_FORM);
        }
        if (path.endsWith(".ts")) {
            return replaced(text, SCRIPT, "PATHS.", script, "export const %s = %s;\n", path);
        }
        return path.endsWith(".py")
                ? replaced(text, PYTHON, "mutated_paths.", python, "%s = %s\n")
                : text;
    }

    private static String relative(String path) {
        long depth = path.chars().filter(c -> c == '/').count();
        return depth == 0 ? "./" : "../".repeat((int) depth);
    }

    private String replaced(
            String text, Pattern pattern, String owner, StringBuilder found, String form) {
        return replaced(text, pattern, owner, found, form, "");
    }

    private String replaced(
            String text,
            Pattern pattern,
            String owner,
            StringBuilder found,
            String form,
            String path) {
        List<String> names = new ArrayList<>();
        String shown = imported ? "" : owner;
        String after =
                pattern.matcher(text)
                        .replaceAll(
                                hit ->
                                        Matcher.quoteReplacement(
                                                shown + constant(hit, names, found, form)));
        return names.isEmpty() ? text : withImport(after, owner, names, relative(path));
    }

    private String constant(MatchResult hit, List<String> names, StringBuilder found, String form) {
        String name = "MOVED_PATH_" + count++;
        found.append(form.formatted(name, hit.group()));
        names.add(name);
        return name;
    }

    private String withImport(String text, String owner, List<String> names, String root) {
        return switch (owner) {
            case "PATHS." ->
                    "import %s from '%ssrc/mutated-paths';\n%s"
                            .formatted(
                                    imported
                                            ? "{ " + String.join(", ", names) + " }"
                                            : "* as PATHS",
                                    root,
                                    text);
            case "mutated_paths." ->
                    imported
                            ? "from mutated_paths import (\n    %s,\n)\n%s"
                                    .formatted(String.join(",\n    ", names), text)
                            : "import mutated_paths\n" + text;
            case "Mutated.Paths." -> imported ? "using static Mutated.Paths;\n" + text : text;
            default ->
                    imported
                            ? text.replaceFirst(
                                    "(?m)^(package [\\w.]+;)$",
                                    "$1\n\nimport static mutated.Paths.*;")
                            : text;
        };
    }
}
