package io.digitalworker.queue;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.spi.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/**
 * What stands under {@code mp.messaging.incoming.<channel>.*}. Durations are ISO-8601 ({@code PT15S})
 * or as Quarkus writes them ({@code 15S}, {@code 500ms}, {@code 1d}, plain seconds).
 *
 * @param channel name of the channel
 * @param queue {@code queue}: name of the SQS queue; required
 * @param workers {@code workers}: how many messages are worked on at once, 1 to 256; required. The one
 *     setting that fixes both threads and how many messages are asked for. It is not called
 *     {@code concurrency} because SmallRye copies a channel that has such a setting
 * @param lease {@code lease}: visibility asked for on receipt and on each renewal, renewed at a third;
 *     whole seconds from 1 s; default 15 s
 * @param longPoll {@code wait}: length of a long poll; whole seconds, 0 to 20 s; default 10 s
 * @param maxLater {@code max-later}: after this long since the first receipt a {@link Outcome.Later}
 *     counts as an exception; default 6 h
 * @param drain {@code drain}: how long shutdown waits for what is in flight; default 20 s
 * @param backOff {@code back-off}: how long a message stays away after its first exception, doubled by
 *     each further receive up to 15 min; whole seconds; default 2 s
 */
public record ChannelSettings(
        String channel,
        String queue,
        int workers,
        Duration lease,
        Duration longPoll,
        Duration maxLater,
        Duration drain,
        Duration backOff) {

    private static final Pattern SHORT_FORM = Pattern.compile("(\\d+)(ms|d)?");

    public ChannelSettings {
        require(!channel.isBlank(), "a channel needs a name");
        require(!queue.isBlank(), channel + ": queue must name an SQS queue");
        require(workers >= 1 && workers <= 256, channel + ": workers must be 1 to 256: " + workers);
        requireSeconds(channel + ": lease", lease, 1, 43_200);
        requireSeconds(channel + ": wait", longPoll, 0, 20);
        requireSeconds(channel + ": back-off", backOff, 0, 900);
        require(!maxLater.isNegative(), channel + ": max-later must not be negative: " + maxLater);
        require(!drain.isNegative(), channel + ": drain must not be negative: " + drain);
    }

    /** The defaults for a queue. */
    public static ChannelSettings of(String channel, String queue, int workers) {
        return new ChannelSettings(
                channel,
                queue,
                workers,
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofHours(6),
                Duration.ofSeconds(20),
                Duration.ofSeconds(2));
    }

    /**
     * Reads the settings of one channel.
     *
     * @throws IllegalArgumentException if a value is out of its limits or not a duration
     * @throws java.util.NoSuchElementException if {@code queue} or {@code workers} is missing
     */
    public static ChannelSettings from(Config config) {
        ChannelSettings defaults =
                of(
                        config.getValue(ConnectorFactory.CHANNEL_NAME_ATTRIBUTE, String.class),
                        config.getValue("queue", String.class),
                        config.getValue("workers", Integer.class));
        return new ChannelSettings(
                defaults.channel,
                defaults.queue,
                defaults.workers,
                duration(config, "lease", defaults.lease),
                duration(config, "wait", defaults.longPoll),
                duration(config, "max-later", defaults.maxLater),
                duration(config, "drain", defaults.drain),
                duration(config, "back-off", defaults.backOff));
    }

    private static Duration duration(Config config, String name, Duration otherwise) {
        return config.getOptionalValue(name, String.class)
                .map(text -> duration(name, text.trim()))
                .orElse(otherwise);
    }

    private static Duration duration(String name, String text) {
        Matcher shortForm = SHORT_FORM.matcher(text.toLowerCase(Locale.ROOT));
        try {
            if (shortForm.matches()) {
                return ofUnit(Long.parseLong(shortForm.group(1)), shortForm.group(2));
            }
            return Duration.parse(Character.isDigit(text.charAt(0)) ? "PT" + text : text);
        } catch (RuntimeException notADuration) {
            throw new IllegalArgumentException(
                    name + " must be a duration such as 15S, not '" + text + "'", notADuration);
        }
    }

    private static Duration ofUnit(long amount, @Nullable String unit) {
        if ("ms".equals(unit)) {
            return Duration.ofMillis(amount);
        }
        return "d".equals(unit) ? Duration.ofDays(amount) : Duration.ofSeconds(amount);
    }

    private static void requireSeconds(String what, Duration value, long least, long most) {
        boolean whole = value.equals(Duration.ofSeconds(value.toSeconds()));
        require(
                whole && value.toSeconds() >= least && value.toSeconds() <= most,
                what + " must be whole seconds, " + least + " to " + most + ": " + value);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
