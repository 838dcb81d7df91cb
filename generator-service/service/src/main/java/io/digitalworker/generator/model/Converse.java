package io.digitalworker.generator.model;

import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.document.prompt.PromptFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.JsonSchemaDefinition;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormat;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatStructure;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatType;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

/** Prompts and answers in the words of Bedrock's operation {@code Converse}. */
final class Converse {
    private static final CachePointBlock CACHE_POINT =
            CachePointBlock.builder().type(CachePointType.DEFAULT).build();

    private final BedrockConfig config;

    Converse(BedrockConfig config) {
        this.config = config;
    }

    ConverseRequest request(String modelId, Prompt prompt, int maxTokens) {
        ConverseRequest.Builder request =
                ConverseRequest.builder()
                        .modelId(modelId)
                        .system(system(prompt))
                        .messages(messages(prompt))
                        .inferenceConfig(
                                inference -> {
                                    inference.maxTokens(maxTokens);
                                    config.temperature()
                                            .ifPresent(t -> inference.temperature((float) t));
                                });
        config.guardrail()
                .ifPresent(
                        guardrail ->
                                request.guardrailConfig(
                                        g ->
                                                g.guardrailIdentifier(guardrail.id())
                                                        .guardrailVersion(guardrail.version())));
        if (config.structuredOutput()) {
            holdToSchema(request);
        }
        return request.build();
    }

    /** A cached prefix ends after the system's words, and after what the job's prompts share. */
    private List<SystemContentBlock> system(Prompt prompt) {
        List<SystemContentBlock> blocks = new ArrayList<>();
        blocks.add(SystemContentBlock.fromText(prompt.system()));
        if (config.promptCaching()) {
            blocks.add(SystemContentBlock.fromCachePoint(CACHE_POINT));
        }
        return blocks;
    }

    private List<Message> messages(Prompt prompt) {
        List<Message> messages = new ArrayList<>();
        for (Prompt.Turn turn : prompt.turns()) {
            List<ContentBlock> content = new ArrayList<>();
            if (messages.isEmpty() && !prompt.shared().isBlank()) {
                content.add(ContentBlock.fromText(prompt.shared()));
                if (config.promptCaching()) {
                    content.add(ContentBlock.fromCachePoint(CACHE_POINT));
                }
            }
            content.add(ContentBlock.fromText(turn.text()));
            messages.add(Message.builder().role(role(turn.role())).content(content).build());
        }
        return messages;
    }

    private static ConversationRole role(Prompt.Role role) {
        return role == Prompt.Role.USER ? ConversationRole.USER : ConversationRole.ASSISTANT;
    }

    private static void holdToSchema(ConverseRequest.Builder request) {
        JsonSchemaDefinition schema =
                JsonSchemaDefinition.builder()
                        .name("section")
                        .schema(PromptFiles.answerSchema())
                        .build();
        OutputFormat format =
                OutputFormat.builder()
                        .type(OutputFormatType.JSON_SCHEMA)
                        .structure(OutputFormatStructure.fromJsonSchema(schema))
                        .build();
        request.outputConfig(output -> output.textFormat(format));
    }

    static ModelAnswer answer(ConverseResponse response) {
        String text = text(response);
        ModelAnswer.Ending ending = ending(response.stopReasonAsString());
        if (ending == ModelAnswer.Ending.COMPLETE && text.isBlank()) {
            ending = ModelAnswer.Ending.EMPTY;
        }
        return new ModelAnswer(text, ending, use(response.usage()));
    }

    private static String text(ConverseResponse response) {
        if (response.output() == null || response.output().message() == null) {
            return "";
        }
        return response.output().message().content().stream()
                .map(ContentBlock::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }

    /** A reason that is not known yet is an end: what the text lacks is found when it is read. */
    private static ModelAnswer.Ending ending(String stopReason) {
        return switch (Objects.requireNonNullElse(stopReason, "")) {
            case "max_tokens", "model_context_window_exceeded" -> ModelAnswer.Ending.TRUNCATED;
            case "guardrail_intervened", "content_filtered", "refusal" ->
                    ModelAnswer.Ending.REFUSED;
            default -> ModelAnswer.Ending.COMPLETE;
        };
    }

    /** Bedrock counts what it reads from and writes to the cache apart from the other input. */
    private static TokenUse use(TokenUsage usage) {
        if (usage == null) {
            return TokenUse.NONE;
        }
        long read = count(usage.cacheReadInputTokens());
        long written = count(usage.cacheWriteInputTokens());
        long in = count(usage.inputTokens()) + read + written;
        return new TokenUse(in, count(usage.outputTokens()), read, written);
    }

    private static long count(Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
