package io.digitalworker.facts.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What {@code score.py} says of a {@code facts.json}.
 *
 * @param misses what the truth has and the facts do not
 * @param extras what the facts have and the truth does not
 */
record Score(double recall, double precision, List<String> misses, List<String> extras) {
    static Score of(Truth truth, byte[] factsJson) throws IOException, InterruptedException {
        return of(truth, factsJson, line -> line);
    }

    /** The score by a truth each line of which is changed before. */
    static Score of(Truth truth, byte[] factsJson, UnaryOperator<String> change)
            throws IOException, InterruptedException {
        Path facts = Files.createTempFile("facts", ".json");
        Path changed = Files.createTempFile("truth", ".txt");
        try {
            Files.write(facts, factsJson);
            Files.write(changed, Files.readAllLines(truth.file()).stream().map(change).toList());
            return read(truth.entities() ? "fields" : "strict", run(truth, facts, changed));
        } finally {
            Files.delete(facts);
            Files.delete(changed);
        }
    }

    private static String run(Truth truth, Path facts, Path truths)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", truth.scorer().toString()));
        if (truth.entities()) {
            command.add("--entities");
        }
        command.addAll(List.of("--json", facts.toString(), truths.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("score.py ended with " + process.exitValue());
        }
        return said;
    }

    Score withPathsOf(UnaryOperator<String> change) {
        return new Score(
                recall,
                precision,
                misses.stream().map(change).toList(),
                extras.stream().map(change).toList());
    }

    private static Score read(String part, String json) throws IOException {
        JsonNode score = new ObjectMapper().readTree(json).get(part);
        return new Score(
                score.get("recall").asDouble(),
                score.get("precision").asDouble(),
                texts(score.get("misses")),
                texts(score.get("extras")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list) {
            List<String> words = new ArrayList<>();
            each.forEach(word -> words.add(word.asText()));
            texts.add(each.isTextual() ? each.asText() : String.join(" ", words));
        }
        return texts;
    }

    String inOneLine(String name) {
        return String.format(
                Locale.ROOT,
                "%-44s recall %.3f  precision %.3f  misses %3d  extras %3d",
                name,
                recall,
                precision,
                misses.size(),
                extras.size());
    }
}
