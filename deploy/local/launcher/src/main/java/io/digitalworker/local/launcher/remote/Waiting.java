package io.digitalworker.local.launcher.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is to happen after a job was accepted. */
final class Waiting {
    @Option(names = "--wait", description = "Show its progress until it ends.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Wait no longer than that, such as 90s, 15m or 2h; the job goes on.")
    private @Nullable Duration timeout;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Wait, and save the artifacts to DIR/<jobId>/.")
    private @Nullable Path out;

    boolean isWanted() {
        return wait || out != null || timeout != null;
    }

    @Nullable Duration timeout() {
        return timeout;
    }

    @Nullable Path out() {
        return out;
    }

    /** Numbers with a unit. */
    static final class Time implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(s|m|h)");

        @Override
        public Duration convert(String value) {
            Matcher form = FORM.matcher(value);
            if (!form.matches()) {
                throw new TypeConversionException("'" + value + "' is no time: 90s, 15m or 2h");
            }
            long number = Long.parseLong(form.group(1));
            return switch (form.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }
    }
}
