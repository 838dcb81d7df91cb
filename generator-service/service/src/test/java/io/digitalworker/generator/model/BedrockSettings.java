package io.digitalworker.generator.model;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** The configuration as a service has it, with some of it set. */
public final class BedrockSettings {
    private BedrockSettings() {}

    /** @param settings names, as in {@code max-tokens}, each with its value */
    public static BedrockConfig of(String... settings) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withMapping(BedrockConfig.class)
                        .withDefaultValue("digitalworker.bedrock.max-tokens", "2000");
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue("digitalworker.bedrock." + settings[i], settings[i + 1]);
        }
        return builder.build().getConfigMapping(BedrockConfig.class);
    }
}
