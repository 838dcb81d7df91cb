package io.digitalworker.facts.cases;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renames string constants wherever they are named. Left alone are names that mean something else
 * somewhere: that stand alone in quotes, are called, decorate, or are also types.
 */
final class RenamedConstants {
    private static final Pattern DECLARED =
            Pattern.compile(
                    "(?:const\\s+string|static\\s+final\\s+String|static\\s+readonly\\s+string)\\s+(\\w+)\\s*="
                            + "|^(?:export\\s+)?const\\s+([A-Z][A-Z0-9_]{2,})\\s*=\\s*['\"`]"
                            + "|^([A-Z][A-Z0-9_]{2,})\\s*(?::[^=\\n]+)?=\\s*r?['\"]",
                    Pattern.MULTILINE);

    private RenamedConstants() {}

    static Archive of(Archive archive) {
        StringBuilder all = new StringBuilder();
        StringBuilder settings = new StringBuilder();
        archive.files()
                .forEach(
                        (path, bytes) ->
                                (readByName(path) ? settings : all).append(code(path, bytes)));
        Set<String> names = names(all);
        names.removeIf(name -> settings.indexOf(name) >= 0);
        return Mutations.each((path, text) -> renamed(text, names)).apply(archive);
    }

    /** Settings modules are read by name. */
    private static boolean readByName(String path) {
        return path.contains("settings");
    }

    private static String code(String path, byte[] bytes) {
        return Mutations.isCode(path) ? new String(bytes, StandardCharsets.UTF_8) + "\n" : "";
    }

    private static Set<String> names(CharSequence all) {
        Set<String> names = new TreeSet<>();
        Matcher declared = DECLARED.matcher(all);
        while (declared.find()) {
            for (int group = 1; group <= 3; group++) {
                if (declared.group(group) != null) {
                    names.add(declared.group(group));
                }
            }
        }
        names.removeIf(name -> otherwiseUsed(name, all));
        return names;
    }

    private static boolean otherwiseUsed(String name, CharSequence all) {
        return Pattern.compile(
                        ("['\"`]N['\"`]|[\\[@]N\\b|\\bN\\s*[(<]|\\bN\\s+\\w"
                                        + "|\\b(?:class|interface|record|enum|namespace|using|new)\\s+N\\b")
                                .replace("N", name))
                .matcher(all)
                .find();
    }

    private static String renamed(String text, Set<String> names) {
        String after = text;
        for (String name : names) {
            after = after.replaceAll("\\b" + name + "\\b", name + "_MUTATED");
        }
        return after;
    }
}
