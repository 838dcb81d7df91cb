package io.digitalworker.generator.model;

import io.digitalworker.generator.MovableClock;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Models and calls put together by hand. */
public final class ModelBench {
    private ModelBench() {}

    /** Calls whose waits move the clock and take no time. */
    public static ModelCalls calls(MovableClock clock, BedrockConfig config) {
        return calls(clock, clock::advance, config);
    }

    static ModelCalls calls(Clock clock, Pause pause, BedrockConfig config) {
        Optional<TokenLimit> limit =
                config.tokensPerMinute().isPresent()
                        ? Optional.of(new TokenLimit(config.tokensPerMinute().getAsInt(), clock))
                        : Optional.empty();
        return new ModelCalls(
                id -> new ModelLine(new Gate(() -> 1), limit), clock, pause, config.patience());
    }

    /** The models of a configuration as the service makes them, which the caller closes. */
    public static Opened open(BedrockConfig config) {
        Bedrock bedrock = new Bedrock(config, Clock.systemUTC());
        Converse converse = new Converse(config);
        List<Model> all =
                java.util.stream.Stream.concat(
                                config.modelId().stream(), config.fallbackModelId().stream())
                        .<Model>map(id -> new ConverseModel(bedrock, converse, id))
                        .toList();
        return new Opened(new Models(all, config.maxTokens()), bedrock);
    }

    public record Opened(Models models, AutoCloseable bedrock) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            bedrock.close();
        }
    }
}
