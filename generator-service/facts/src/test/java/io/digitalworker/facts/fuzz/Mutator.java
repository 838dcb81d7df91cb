package io.digitalworker.facts.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Damages files as slips of the hand, bad merges and broken disks do; the same for equal seeds. */
final class Mutator {
    private static final String[] SCRAPS = {
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        "\"",
        "'",
        "`",
        "\"\"\"",
        "'''",
        "$\"{",
        "${",
        "@\"",
        "/*",
        "*/",
        "//",
        "#",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\uD83D",
        "\uDE00",
        "\uFEFF",
        "\u2028",
        ";",
        ",",
        ":",
        "::",
        "=>",
        "->",
        "=",
        "==",
        "@",
        "\\",
        "\\u",
        "&",
        "<!--",
        "]]>",
        "<![CDATA[",
        "---",
        "- ",
        "? ",
        "|",
        ">",
        "*a",
        "&a",
        "class",
        "enum",
        "record",
        "namespace",
        "import",
        "from",
        "using",
        "new",
        "async",
        "extends",
        "implements",
        "[Route(",
        "[HttpGet]",
        "@GetMapping(",
        "@app.get(",
        "app.use(",
        "include(",
        "where T :",
        "?.",
        "??",
        "...",
        "999999999999999999999",
        "-",
        "\u0130",
        "\u00AD"
    };
    private static final int MAX_LENGTH = 200_000;

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    /** A few changes in a few of the files. */
    Map<String, byte[]> mutated(Map<String, byte[]> files) {
        Map<String, byte[]> mutated = new LinkedHashMap<>(files);
        List<String> paths = new ArrayList<>(files.keySet());
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            String path = any(paths);
            byte[] other = mutated.get(any(paths));
            mutated.put(path, bytes(mutated.get(path), other));
        }
        return mutated;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private byte[] bytes(byte[] file, byte[] other) {
        if (random.nextInt(40) == 0) {
            return noise(file.clone());
        }
        String text = new String(file, StandardCharsets.UTF_8);
        String changed = text(text, new String(other, StandardCharsets.UTF_8));
        String cut = changed.substring(0, Math.min(changed.length(), MAX_LENGTH));
        return random.nextInt(60) == 0
                ? cut.getBytes(StandardCharsets.UTF_16LE)
                : cut.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise(byte[] file) {
        for (int i = 0; i < Math.min(20, file.length); i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt();
        }
        return file;
    }

    private String text(String text, String other) {
        int from = random.nextInt(text.length() + 1);
        int to = from + random.nextInt(Math.min(text.length() - from, 80) + 1);
        String slice = text.substring(from, to);
        String before = text.substring(0, from);
        String after = text.substring(to);
        return switch (random.nextInt(10)) {
            case 0 -> before + after;
            case 1 -> before + slice + slice + after;
            case 2 -> after + slice + before;
            case 3, 4, 5 -> before + scrap() + slice + scrap() + after;
            case 6 -> before;
            case 7 -> before + nested() + after;
            case 8 -> before + other.substring(random.nextInt(other.length() + 1));
            default -> before + slice.repeat(1 + random.nextInt(50)) + after;
        };
    }

    private String scrap() {
        return SCRAPS[random.nextInt(SCRAPS.length)];
    }

    private String nested() {
        String open = scrap();
        return open.repeat(1 + random.nextInt(3_000)) + scrap();
    }
}
