package io.digitalworker.facts.cases;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** Changes of a code base after which it still does the same. */
final class Mutations {
    private static final String GHOSTS =
            "[Route(\"ghost\")] @GetMapping(\"/ghost\") app.get('/ghost', ghost) @app.get(\"/ghost\")";

    private Mutations() {}

    /** A file that is not changed must stay the same array. */
    interface Mutation {
        Archive of(Archive archive);
    }

    /** By name. */
    static Map<String, Mutation> all() {
        Map<String, Mutation> all = new LinkedHashMap<>();
        all.put("entries shuffled", Mutations::shuffled);
        all.put("the other line ends", Mutations::otherLineEnds);
        all.put("a byte order mark", each((path, text) -> "\uFEFF" + text));
        all.put("two more byte order marks", each((path, text) -> "\uFEFF\uFEFF" + text));
        all.put("a comment on top", each(Mutations::commented));
        all.put("everything one directory deeper", Mutations::deeper);
        all.put("white space at line ends", each((path, text) -> text.replace("\n", "  \n")));
        all.put("constants renamed", RenamedConstants::of);
        all.put("paths as constants of another file", MovedPaths::of);
        all.put("a base class in between", AddedBase::of);
        all.put("a group in between", AddedGroup::of);
        return all;
    }

    static boolean isCode(String path) {
        return path.matches(".*\\.(cs|java|ts|tsx|js|jsx|mjs|py)");
    }

    /** Changes the text of each file of code. */
    static Mutation each(BiFunction<String, String, String> change) {
        return archive -> {
            Map<String, byte[]> files = new LinkedHashMap<>();
            archive.files().forEach((path, bytes) -> files.put(path, changed(path, bytes, change)));
            return new Archive(files);
        };
    }

    /** The change sees line feeds alone and no byte order mark; the file keeps what it had. */
    private static byte[] changed(
            String path, byte[] bytes, BiFunction<String, String, String> change) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!isCode(path) || text.indexOf('\uFFFD') >= 0) {
            return bytes;
        }
        String mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
        boolean windows = text.contains("\r\n");
        String plain = text.substring(mark.length()).replace("\r\n", "\n");
        String after = change.apply(path, plain);
        if (after.equals(plain)) {
            return bytes;
        }
        String ends = windows ? after.replace("\n", "\r\n") : after;
        return (mark + ends).getBytes(StandardCharsets.UTF_8);
    }

    private static Archive otherLineEnds(Archive archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        archive.files().forEach((path, bytes) -> files.put(path, otherLineEnds(path, bytes)));
        return new Archive(files);
    }

    private static byte[] otherLineEnds(String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!isCode(path)) {
            return bytes;
        }
        String after =
                text.contains("\r\n") ? text.replace("\r\n", "\n") : text.replace("\n", "\r\n");
        return after.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Archive shuffled(Archive archive) {
        List<String> paths = new ArrayList<>(archive.files().keySet());
        Collections.shuffle(paths, new Random(3));
        Map<String, byte[]> files = new LinkedHashMap<>();
        paths.forEach(path -> files.put(path, archive.files().get(path)));
        return new Archive(files);
    }

    private static Archive deeper(Archive archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        archive.files().forEach((path, bytes) -> files.put("inner place/" + path, bytes));
        return new Archive(files);
    }

    private static String commented(String path, String text) {
        boolean python = path.endsWith(".py");
        String comment = python ? "# \"\"\" don't " : "/* \" don't ` { ( ";
        return comment + GHOSTS + (python ? "\n" : " */\n// ' \" `\n") + text;
    }
}
