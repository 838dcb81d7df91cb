package io.digitalworker.facts.cases;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renames routers, and the classes of handlers whose names no route is made of. */
final class RenamedNames {
    private static final Pattern ROUTER =
            Pattern.compile("(?:(?<![\\w'\"`/.-])|(?<=\\w\\.))router(?![\\w'\"`/-])");
    private static final Pattern HANDLERS =
            Pattern.compile(
                    "@RestController[\\s\\S]{0,200}?public class (\\w+)"
                            + "|@Controller\\([\\s\\S]{0,80}?export class (\\w+)"
                            + "|public class (\\w+Endpoint)\\b");

    private RenamedNames() {}

    static Archive of(Archive archive) {
        Set<String> names = new TreeSet<>();
        archive.files().forEach((path, bytes) -> handlers(path, bytes, names));
        Archive changed = Mutations.each((path, text) -> renamed(path, text, names)).apply(archive);
        Map<String, byte[]> files = new LinkedHashMap<>();
        changed.files().forEach((path, bytes) -> files.put(moved(path, names), bytes));
        return new Archive(files);
    }

    private static void handlers(String path, byte[] bytes, Set<String> names) {
        if (Mutations.isCode(path)) {
            Matcher matcher = HANDLERS.matcher(new String(bytes, StandardCharsets.UTF_8));
            while (matcher.find()) {
                for (int group = 1; group <= 3; group++) {
                    if (matcher.group(group) != null) {
                        names.add(matcher.group(group));
                    }
                }
            }
        }
    }

    private static String renamed(String path, String text, Set<String> names) {
        if (path.matches(".*\\.(py|[jt]s)")) {
            String after = ROUTER.matcher(text).replaceAll("mutatedWays");
            return classes(after, names);
        }
        return classes(text, names);
    }

    private static String classes(String text, Set<String> names) {
        String after = text;
        for (String name : names) {
            after = after.replaceAll("\\b" + name + "\\b", "Renamed" + name);
        }
        return after;
    }

    /** A public Java class stands in a file of its name. */
    private static String moved(String path, Set<String> names) {
        for (String name : names) {
            if (path.endsWith("/" + name + ".java")) {
                return path.substring(0, path.length() - name.length() - 5)
                        + "Renamed"
                        + name
                        + ".java";
            }
        }
        return path;
    }
}
