package io.digitalworker.local.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param errorType as in {@code x-amzn-ErrorType}; null for an answer
 */
record Reply(int status, @Nullable String errorType, String body, long tokensOut) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Refusal(int status, String type) {}

    private static final Map<Fault, Refusal> ERRORS =
            Map.of(
                    Fault.THROTTLED, new Refusal(429, "ThrottlingException"),
                    Fault.OVERLOADED, new Refusal(503, "ServiceUnavailableException"),
                    Fault.BROKEN, new Refusal(500, "InternalServerException"),
                    Fault.MODEL_TIMEOUT, new Refusal(408, "ModelTimeoutException"),
                    Fault.DENIED, new Refusal(403, "AccessDeniedException"),
                    Fault.INVALID, new Refusal(400, "ValidationException"),
                    Fault.MISSING, new Refusal(404, "ResourceNotFoundException"));

    private static final Map<Fault, String> STOP_REASONS =
            Map.of(
                    Fault.TRUNCATED, "max_tokens",
                    Fault.REFUSED, "refusal",
                    Fault.FILTERED, "content_filtered",
                    Fault.GUARDRAIL, "guardrail_intervened");

    static boolean isError(Fault fault) {
        return ERRORS.containsKey(fault);
    }

    static Reply error(Fault fault) {
        Refusal error = ERRORS.getOrDefault(fault, new Refusal(500, "InternalServerException"));
        String body = JSON.createObjectNode().put("message", "scripted").toString();
        return new Reply(error.status(), error.type(), body, 0);
    }

    static Reply answer(
            String text, @Nullable Fault fault, Asked asked, Caches.Shares shares, long millis) {
        long tokens = Asked.tokens(text);
        boolean cut = tokens > asked.maxTokens();
        String said =
                cut ? text.substring(0, Math.min(text.length(), 4 * asked.maxTokens())) : text;
        long out = Math.max(1, Math.min(tokens, asked.maxTokens()));
        ObjectNode json = JSON.createObjectNode();
        ObjectNode message = json.putObject("output").putObject("message");
        message.put("role", "assistant");
        message.putArray("content").addObject().put("text", said);
        String stopReason =
                fault == null ? "end_turn" : STOP_REASONS.getOrDefault(fault, "end_turn");
        json.put("stopReason", cut ? "max_tokens" : stopReason);
        json.putObject("usage")
                .put("inputTokens", shares.fresh())
                .put("outputTokens", out)
                .put("totalTokens", shares.all() + out)
                .put("cacheReadInputTokens", shares.read())
                .put("cacheWriteInputTokens", shares.written());
        json.putObject("metrics").put("latencyMs", millis);
        return new Reply(200, null, json.toString(), out);
    }
}
