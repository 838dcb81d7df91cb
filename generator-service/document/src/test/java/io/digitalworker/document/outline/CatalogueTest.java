package io.digitalworker.document.outline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CatalogueTest {
    private static Map<String, String> parsed(String text) throws IOException {
        return Catalogue.parsed("x.po", new BufferedReader(new StringReader(text)));
    }

    @Test
    void readsWordsInQuotesOverSeveralLines() throws IOException {
        String text =
                """
                # for translators
                msgid ""
                msgstr "Language: de\\n"

                msgid "{1} = \\"{2}\\": "
                "so it is"
                msgstr "so ist es: "
                "{2} = {1}"

                msgid "not yet"
                msgstr ""
                """;
        assertThat(parsed(text))
                .containsExactly(Map.entry("{1} = \"{2}\": so it is", "so ist es: {2} = {1}"));
    }

    @Test
    void refusesWhatIsNoCatalogueAndWordsThatStandTwice() {
        assertThatIllegalStateException()
                .isThrownBy(() -> parsed("msgid \"a\"\nmsgstr \"b\"\na = b\n"))
                .withMessageContaining("x.po:3");
        assertThatIllegalStateException()
                .isThrownBy(() -> parsed("msgid \"a\nmsgstr \"b\"\n"))
                .withMessageContaining("x.po:1");
        assertThatIllegalStateException()
                .isThrownBy(() -> parsed("msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n"))
                .withMessageContaining("twice");
    }
}
