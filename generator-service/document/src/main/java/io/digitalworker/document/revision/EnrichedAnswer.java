package io.digitalworker.document.revision;

import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.rendering.SectionTexts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts with an answer how it came about: what the question was found to be, and when and by which run it was
 * answered. The answer to a complex question also begins with its contents. Not critical: an answer is as
 * true without it.
 */
public final class EnrichedAnswer {
    private EnrichedAnswer() {}

    /**
     * The same file with more in it.
     *
     * @param id of the run that answered
     */
    public static RenderedFile of(
            RenderedFile answer, MessageAnalysis analysis, Instant at, String id) {
        String markdown = new String(answer.bytes(), StandardCharsets.UTF_8).stripTrailing();
        String text =
                analysis.complexity() == Complexity.COMPLEX ? withContents(markdown) : markdown;
        return new RenderedFile(
                answer.name(),
                answer.contentType(),
                (text + "\n\n" + about(analysis, at, id)).getBytes(StandardCharsets.UTF_8));
    }

    private static String withContents(String markdown) {
        List<String> sections = SectionTexts.of(markdown);
        int first = markdown.indexOf("\n## ") + 1;
        StringBuilder contents = new StringBuilder(markdown.substring(0, first));
        for (String section : sections) {
            contents.append("- ").append(section.lines().findFirst().orElse("").substring(3));
            contents.append('\n');
        }
        return contents.append('\n').append(markdown.substring(first)).toString();
    }

    private static String about(MessageAnalysis analysis, Instant at, String id) {
        Map<String, String> lines = new TreeMap<>(analysis.codes());
        lines.put("answered", at.toString());
        lines.put("pipeline", id);
        StringBuilder about = new StringBuilder("---\n\n|about this answer| |\n|---|---|\n");
        lines.forEach((name, value) -> about.append("|" + name + "|" + value + "|\n"));
        return about.toString();
    }
}
