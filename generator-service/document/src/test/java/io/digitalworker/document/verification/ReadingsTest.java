package io.digitalworker.document.verification;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class ReadingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "the quiet lake is blue",
                "dGhlIHF1aWV0IGxha2UgaXMgYmx1ZQ==",
                "note: dGhlIHF1aWV0IGxha2UgaXMgYmx1ZQ and so on",
                "746865207175696574206c616b6520697320626c7565",
                "note: 746865207175696574206c616b6520697320626c7565",
                "74 68 65 20 71 75 69 65 74 20 6c 61 6b 65 20 69 73 20 62 6c 75 65",
                "\\x74\\x68\\x65 quiet lake is blue",
                "gur dhvrg ynxr vf oyhr",
                "eulb si ekal teiuq eht",
                "\\u0074\\u0068\\u0065 quiet lake is blue",
                "&#116;&#x68;e quiet lake is blue",
                "%74he quiet lake is blue",
                "thе quiеt lаkе is bluе",
                "t\u200bh\u200be qui\u202eet lake is blue",
                "ｔｈｅ ｑｕｉｅｔ ｌａｋｅ ｉｓ ｂｌｕｅ"
            })
    void readsAsAModelDoes(String text) {
        assertThat(Readings.of(text))
                .anyMatch(reading -> reading.contains("the quiet lake is blue"));
    }

    @Test
    void longRunsAreReadInTime() {
        List<String> runs = List.of("ab", "ab ", "a", "\\u0061", "%61", "dGhl", "(a", "a_");
        for (String run : runs) {
            String text = run.repeat(1_000_000 / run.length());
            assertTimeout(Duration.ofSeconds(5), () -> Readings.of(text), run);
        }
    }
}
