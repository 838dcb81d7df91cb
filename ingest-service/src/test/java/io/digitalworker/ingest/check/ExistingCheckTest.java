package io.digitalworker.ingest.check;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Options;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExistingCheckTest {
    private static final Options HYBRID = new Options(null, null, null, "hybrid", null, null, null);

    private final ExistingCheck check = new ExistingCheck(10);

    @Test
    void takesAsManyBytesAsConfiguredAndNotOneMore() {
        assertThat(check.check(bytes("# 45678 90"), HYBRID)).isInstanceOf(Checked.Sound.class);
        assertThat(check.check(bytes("# 45678 901"), HYBRID))
                .isEqualTo(
                        Checked.faulty(
                                ErrorCode.EXISTING_TOO_LARGE,
                                "existing",
                                "must have at most 10 bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"brownfield", "greenfield", "migration"})
    void isKeptInOneScenarioOnly(String scenario) {
        Options options = new Options(null, null, null, scenario, null, null, null);

        Checked<byte[]> checked = check.check(bytes("# fine"), options);

        assertThat(((Checked.Faulty<byte[]>) checked).code())
                .isEqualTo(ErrorCode.EXISTING_UNEXPECTED);
    }

    @Test
    void aLimitThatTheGeneratorWouldRefuseIsNoLimit() {
        assertThat(new ExistingCheck(Options.MAX_EXISTING_BYTES)).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExistingCheck(Options.MAX_EXISTING_BYTES + 1))
                .withMessageContaining("digitalworker.existing.limit");
        assertThatIllegalArgumentException().isThrownBy(() -> new ExistingCheck(0));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
