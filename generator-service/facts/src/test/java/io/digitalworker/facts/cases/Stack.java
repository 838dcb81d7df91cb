package io.digitalworker.facts.cases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What a case is built on; the first whose word its code holds. */
enum Stack {
    ASPNET("\\.cs", "Microsoft.AspNetCore"),
    SPRING("\\.java", "org.springframework.web"),
    NESTJS("\\.ts", "@nestjs/common"),
    EXPRESS("\\.[jt]s", "'express'"),
    FASTAPI("\\.py", "from fastapi"),
    DJANGO("\\.py", "from django");

    private final Pattern path;
    private final String word;

    Stack(String ending, String word) {
        this.path = Pattern.compile(".*" + ending);
        this.word = word;
    }

    static Stack of(Archive archive) {
        return Arrays.stream(values())
                .filter(stack -> stack.isUsedIn(archive))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no known stack"));
    }

    private boolean isUsedIn(Archive archive) {
        return archive.files().entrySet().stream()
                .filter(file -> path.matcher(file.getKey()).matches())
                .anyMatch(file -> text(file.getValue()).contains(word));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
