package io.digitalworker.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A request of Converse, as far as the double reads it.
 *
 * @param model id from the address
 * @param prefix what stands before the last cache point; empty if there is none
 * @param prompt all texts of the request in their order
 * @param turns of the user and the model together
 * @param maxTokens of the answer
 */
public record Asked(String model, String prefix, String prompt, int turns, int maxTokens) {
    private static final Pattern SECTION =
            Pattern.compile("Write the section \"(.+?)\" of a ([^\\n]+?), in English");

    /** About as many bytes make a token. */
    private static final double BYTES_PER_TOKEN = 4;

    static Asked of(String model, JsonNode body) {
        StringBuilder text = new StringBuilder();
        int[] cached = {0};
        body.path("system").forEach(block -> read(block, text, cached));
        JsonNode messages = body.path("messages");
        messages.forEach(
                message -> message.path("content").forEach(block -> read(block, text, cached)));
        int maxTokens = body.path("inferenceConfig").path("maxTokens").asInt(4096);
        return new Asked(
                model, text.substring(0, cached[0]), text.toString(), messages.size(), maxTokens);
    }

    private static void read(JsonNode block, StringBuilder text, int[] cached) {
        if (block.has("cachePoint")) {
            cached[0] = text.length();
        } else {
            text.append(block.path("text").asText()).append('\n');
        }
    }

    /** Such as {@code System requirements/Overview}: document and section; empty for another prompt. */
    public String section() {
        Matcher found = SECTION.matcher(prompt);
        return found.find() ? found.group(2) + "/" + found.group(1) : "";
    }

    /** Whether the model is told what is wrong with an answer. */
    public boolean isRepair() {
        return turns > 1;
    }

    /** Lines of the prompt that have this form, in their order. */
    List<Matcher> lines(Pattern form) {
        List<Matcher> found = new ArrayList<>();
        prompt.lines()
                .forEach(
                        line -> {
                            Matcher matcher = form.matcher(line);
                            if (matcher.matches()) {
                                found.add(matcher);
                            }
                        });
        return found;
    }

    static long tokens(String text) {
        return (long) Math.ceil(text.getBytes(UTF_8).length / BYTES_PER_TOKEN);
    }
}
