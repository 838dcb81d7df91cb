package io.digitalworker.generator.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Which models write, and how much may be asked of them. Without {@link #modelId} none is asked. */
@ConfigMapping(prefix = "digitalworker.bedrock")
public interface BedrockConfig {
    /** Id of a model or inference profile. A profile for the EU keeps data in the EU, not in one region. */
    Optional<String> modelId();

    /** Who writes a section that the first model cannot. */
    Optional<String> fallbackModelId();

    /** Tokens of an answer, at most. */
    int maxTokens();

    /** 0 to 1; left to the model if absent, and some models refuse it. */
    OptionalDouble temperature();

    /** Tokens of a prompt, at most. */
    @WithDefault("48000")
    int promptTokens();

    /** Sections of a job that are written at once. */
    @WithDefault("6")
    int sectionsAtOnce();

    /** Tokens a minute that the account may use of each model, answers included; absent: no limit of ours. */
    OptionalInt tokensPerMinute();

    /** Greatest number of tasks of this service; each takes its share of {@link #tokensPerMinute}. */
    @WithDefault("1")
    int tasks();

    /** How long one call may take. */
    @WithDefault("4M")
    Duration attemptTimeout();

    /** How long a section waits for a throttled model before its job is put off. */
    @WithDefault("3M")
    Duration patience();

    /** What is not written so long before the job's deadline is written without a model. */
    @WithDefault("6M")
    Duration lastCallBeforeDeadline();

    /** Whether the part that all prompts of a job share is cached; off for models that cannot. */
    @WithDefault("true")
    boolean promptCaching();

    /** Whether the model is held to the schema of answers; on for models that can. */
    @WithDefault("false")
    boolean structuredOutput();

    /** A guardrail that prompts and answers pass. */
    Optional<Guardrail> guardrail();

    /** Where Bedrock is, if not where the SDK finds it. */
    Optional<URI> endpointOverride();

    /** Where the models are, if not in the SDK's region. */
    Optional<String> region();

    /** A profile of the AWS configuration whose credentials are used for Bedrock alone. */
    Optional<String> credentialsProfile();

    /** Credentials for Bedrock alone, with {@link #secretAccessKey}: {@code demo} hands on the caller's. */
    Optional<String> accessKeyId();

    Optional<String> secretAccessKey();

    /** Of temporary ones. */
    Optional<String> sessionToken();

    /** A guardrail of Bedrock. */
    interface Guardrail {
        String id();

        /** A number, or {@code DRAFT}. */
        String version();
    }
}
