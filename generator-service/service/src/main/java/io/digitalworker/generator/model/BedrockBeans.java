package io.digitalworker.generator.model;

import io.digitalworker.runtime.RealTime;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The models of the configuration and the way to call them. */
@Singleton
final class BedrockBeans {
    private final BedrockConfig config;
    private final RealTime time;
    private @Nullable Bedrock bedrock;

    BedrockBeans(BedrockConfig config, RealTime time) {
        this.config = config;
        this.time = time;
    }

    /** Nothing of Bedrock is touched where no model is configured. */
    @Produces
    @Singleton
    Models models(MeterRegistry metrics) {
        List<String> ids = new ArrayList<>();
        config.modelId().ifPresent(ids::add);
        if (!ids.isEmpty()) {
            config.fallbackModelId().filter(id -> !ids.contains(id)).ifPresent(ids::add);
        }
        List<Model> models = new ArrayList<>();
        if (!ids.isEmpty()) {
            Bedrock opened = new Bedrock(config, time.clock());
            bedrock = opened;
            Converse converse = new Converse(config);
            ids.stream()
                    .map(id -> new ConverseModel(opened, converse, id))
                    .forEach(model -> models.add(new CountedModel(model, metrics)));
        }
        return new Models(models, config.maxTokens());
    }

    @Produces
    @Singleton
    ModelCalls calls() {
        Clock clock = time.clock();
        return new ModelCalls(
                id -> new ModelLine(new Gate(BedrockBeans::jitter), limit(clock)),
                clock,
                Pause.real(),
                config.patience());
    }

    private Optional<TokenLimit> limit(Clock clock) {
        return config.tokensPerMinute().isPresent()
                ? Optional.of(
                        new TokenLimit(
                                Math.max(1, config.tokensPerMinute().getAsInt() / config.tasks()),
                                clock))
                : Optional.empty();
    }

    private static double jitter() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @PreDestroy
    void close() {
        if (bedrock != null) {
            bedrock.close();
        }
    }
}
