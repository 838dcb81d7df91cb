package io.digitalworker.queue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChannelSettingsTest {

    private final Map<String, String> values =
            new HashMap<>(Map.of("channel-name", "jobs", "queue", "generate", "workers", "4"));

    @Test
    void hasTheDefaultsOfTheDesign() {
        assertThat(read())
                .isEqualTo(
                        new ChannelSettings(
                                "jobs",
                                "generate",
                                4,
                                Duration.ofSeconds(15),
                                Duration.ofSeconds(10),
                                Duration.ofHours(6),
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "15S,15",
        "PT15S,15",
        "15,15",
        "2m,120",
        "1H30M,5400",
        "3000ms,3",
        "0,0",
        "1d,86400"
    })
    void readsDurationsAsQuarkusWritesThem(String text, long seconds) {
        values.put("max-later", text);
        assertThat(read().maxLater()).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "lease,0S,lease must be whole seconds",
        "lease,1500ms,lease must be whole seconds",
        "lease,13H,lease must be whole seconds",
        "wait,21S,wait must be whole seconds",
        "back-off,16M,back-off must be whole seconds",
        "workers,0,workers must be 1 to 256: 0",
        "workers,257,workers must be 1 to 256: 257",
        "max-later,PT-1S,max-later must not be negative",
        "drain,PT-1S,drain must not be negative",
        "drain,soon,drain must be a duration such as 15S",
    })
    void refusesWhatSqsOrTheChannelCannotDo(String name, String value, String message) {
        values.put(name, value);
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void needsAQueueAndItsWorkers() {
        values.remove("workers");
        assertThatThrownBy(this::read).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> ChannelSettings.of("jobs", " ", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("queue");
    }

    private ChannelSettings read() {
        return ChannelSettings.from(new SmallRyeConfigBuilder().withDefaultValues(values).build());
    }
}
