package io.digitalworker.facts.cases;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Changes of a code base after which it still does the same, or something known. */
final class Mutations {
    private static final String GHOSTS =
            "[Route(\"ghost\")] @GetMapping(\"/ghost\") app.get('/ghost', ghost) @app.get(\"/ghost\")";

    private Mutations() {}

    static List<Mutation> all(Stack stack) {
        Set<Stack> every = EnumSet.allOf(Stack.class);
        return List.of(
                new Mutation("entries shuffled", every, Mutations::shuffled),
                new Mutation("the other line ends", every, Mutations::otherLineEnds),
                new Mutation("a byte order mark", every, each((path, text) -> "\uFEFF" + text)),
                new Mutation("two more marks", every, each((path, text) -> "\uFEFF\uFEFF" + text)),
                new Mutation("a comment on top", every, each(Mutations::commented)),
                new Mutation("one directory deeper", every, Mutations::deeper),
                new Mutation("white space at line ends", every, each(Mutations::spaced)),
                new Mutation(
                        "constants renamed",
                        EnumSet.of(Stack.ASPNET, Stack.FASTAPI),
                        RenamedConstants::of),
                new Mutation("routers and handlers renamed", every, RenamedNames::of),
                new Mutation("paths as constants elsewhere", every, MovedPaths::qualified),
                new Mutation("paths as imported constants", every, MovedPaths::imported),
                new Mutation("imported constants renamed", every, Mutations::importedRenamed),
                new Mutation(
                        "a base class in between",
                        EnumSet.complementOf(EnumSet.of(Stack.EXPRESS)),
                        AddedBase::of),
                new Mutation("a group in between", every, AddedGroup::withoutPrefix),
                new Mutation(
                        "a group with a prefix",
                        every,
                        AddedGroup::withPrefix,
                        line -> AddedGroup.truth(stack, line)),
                new Mutation(
                        "group, base, constants, names",
                        every,
                        Mutations::together,
                        line -> AddedGroup.truth(stack, line)));
    }

    private static Archive importedRenamed(Archive archive) {
        return RenamedConstants.of(MovedPaths.imported(archive));
    }

    private static Archive together(Archive archive) {
        Archive grouped = AddedBase.of(AddedGroup.withPrefix(archive));
        return shuffled(RenamedNames.of(importedRenamed(grouped)));
    }

    private static String spaced(String path, String text) {
        return text.replace("\n", "  \n");
    }

    static boolean isCode(String path) {
        return path.matches(".*\\.(cs|java|ts|tsx|js|jsx|mjs|py)");
    }

    /** Changes the text of each file of code. */
    static UnaryOperator<Archive> each(BiFunction<String, String, String> change) {
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

    static Archive shuffled(Archive archive) {
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
