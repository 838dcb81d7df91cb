package io.digitalworker.local.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a fault makes of an answer. */
final class Spoilt {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Spoilt() {}

    static String by(@Nullable Fault fault, String answer) {
        if (fault == null) {
            return answer;
        }
        return switch (fault) {
            case TRUNCATED -> answer.substring(0, answer.length() / 2);
            case EMPTY, FILTERED -> "";
            case REFUSED, GUARDRAIL -> "I cannot help with that.";
            case MALFORMED -> "Here is the section: " + answer.replace("\"blocks\"", "blocks");
            case GHOSTS -> withGhosts(answer);
            default -> answer;
        };
    }

    /** Names that no prompt gives, as handles and as words. */
    private static String withGhosts(String answer) {
        try {
            JsonNode json = JSON.readTree(answer);
            ArrayNode sentences =
                    ((ObjectNode) json)
                            .withArray("blocks")
                            .addObject()
                            .put("kind", "paragraph")
                            .putArray("sentences");
            TruthfulAnswerer.sentence(
                    sentences, "{F9999.handler} calls the ghostly part.", "EXTRACTED", "E1");
            TruthfulAnswerer.sentence(
                    sentences, "GhostController.Haunt answers every call.", "EXTRACTED", "E1");
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("only an answer in JSON can have ghosts", e);
        }
    }
}
