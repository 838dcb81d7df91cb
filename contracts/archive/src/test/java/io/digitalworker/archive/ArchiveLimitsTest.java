package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.digitalworker.archive.RawEntry.deflated;
import static io.digitalworker.archive.RawEntry.stored;
import static io.digitalworker.archive.SampleBytes.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ArchiveLimitsTest {
    private static final ArchiveLimits SMALL =
            new ArchiveLimits(4_000, 5, 2_000, 1_000, 10, 500, 20, 3);

    /** What is just let in, what is just refused, and why. */
    static Stream<Arguments> edges() {
        return Stream.of(
                arguments(padded(4_000), padded(4_001), ErrorCode.ARCHIVE_TOO_LARGE),
                arguments(files(5, 1), files(6, 1), ErrorCode.ARCHIVE_TOO_MANY_ENTRIES),
                arguments(file(1_000), file(1_001), ErrorCode.ARCHIVE_ENTRY_TOO_LARGE),
                arguments(files(2, 1_000), files(3, 667), ErrorCode.ARCHIVE_INFLATES_TOO_LARGE),
                arguments(zeros(500), zeros(501), ErrorCode.ARCHIVE_RATIO_TOO_HIGH),
                arguments(
                        named("a".repeat(20)),
                        named("a".repeat(21)),
                        ErrorCode.ARCHIVE_PATH_INVALID),
                arguments(
                        named("ä".repeat(10)),
                        named("ä".repeat(11)),
                        ErrorCode.ARCHIVE_PATH_INVALID),
                arguments(named("a/b/c"), named("a/b/c/d"), ErrorCode.ARCHIVE_PATH_INVALID));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("edges")
    void holdAtTheirEdge(byte[] letIn, byte[] refused, ErrorCode code) throws IOException {
        Gate.accepted(Gate.result(letIn, SMALL)).close();

        assertThat(Gate.result(refused, SMALL))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void standardOnesAreThoseOfTheCatalogue() {
        ArchiveLimits standard = ArchiveLimits.standard();

        assertThat(standard.archiveBytes()).isEqualTo(50L << 20);
        assertThat(standard.entryBytes()).isEqualTo(50 << 20);
        assertThat(standard.inflatedBytes()).isEqualTo(500L << 20);
        assertThat(standard.entries()).isEqualTo(50_000);
        assertThat(standard.ratio()).isEqualTo(200);
        assertThat(standard.pathBytes()).isEqualTo(1_024);
        assertThat(standard.depth()).isEqualTo(64);
    }

    @Test
    void areAllPositive() {
        assertThatThrownBy(() -> new ArchiveLimits(1, 1, 1, 1, 0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ratio must be positive, but is 0");
    }

    @Test
    void refusalsHaveACodeOfAnArchive() {
        assertThatThrownBy(() -> new Refusal(ErrorCode.INTERNAL, "0 bytes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("INTERNAL");
    }

    private static byte[] padded(int size) {
        int others = RawZip.of(stored("a", "x")).toBytes().length;
        return RawZip.of(stored("a", "x")).comment(new byte[size - others]).toBytes();
    }

    private static byte[] file(int size) {
        return RawZip.of(stored("a", random(size))).toBytes();
    }

    private static byte[] files(int count, int size) {
        RawZip zip = RawZip.of();
        for (int i = 0; i < count; i++) {
            zip.add(stored("f" + i, random(size)));
        }
        return zip.toBytes();
    }

    private static byte[] zeros(int size) {
        return RawZip.of(deflated("a", new byte[size])).toBytes();
    }

    private static byte[] named(String path) {
        return RawZip.of(stored(path, "x")).toBytes();
    }
}
