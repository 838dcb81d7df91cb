package io.digitalworker.generator.budget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelPricesTest {
    private final ModelPrices prices = ModelPrices.standard();

    @Test
    void isDatedAndNamesItsSource() {
        assertThat(prices.version()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(prices.source()).contains("https://").contains(prices.version());
        assertThat(prices.currency()).isEqualTo("USD");
    }

    @Test
    void pricesEveryModelInTheOrderInWhichSuchPricesLie() {
        assertThat(prices.models())
                .isNotEmpty()
                .allSatisfy(
                        price -> {
                            assertThat(price.cacheRead()).isLessThan(price.in());
                            assertThat(price.in()).isLessThanOrEqualTo(price.cacheWrite());
                            assertThat(price.cacheWrite()).isLessThan(price.out());
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "eu.anthropic.claude-sonnet-4-5-20250929-v1:0, 3.3",
        "global.anthropic.claude-sonnet-4-5-20250929-v1:0, 3",
        "anthropic.claude-sonnet-4-5-20250929-v1:0, 3.3",
        "us.anthropic.claude-haiku-4-5-20251001-v1:0, 1.1",
        "eu.anthropic.claude-sonnet-4-20250514-v1:0, 3",
        "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-opus-4-6-v1,"
                + " 5.5",
    })
    void isFoundByTheIdOfAModelOrAProfile(String model, String in) {
        assertThat(prices.of(model).in()).isEqualByComparingTo(in);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mystery.model-1", "xx.anthropic.claude-sonnet-4-5", "anthropic."})
    void refusesAModelWithoutAPriceAndSaysWhatToDo(String model) {
        assertThatThrownBy(() -> prices.of(model))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no price")
                .hasMessageContaining("MODEL_PRICES");
    }

    @Test
    void takesAnotherTable(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("prices.json"),
                        """
                        {"version": "house", "currency": "USD", "source": "contract",
                         "models": [{"prefix": "mystery.", "in": 1, "out": 2, "cacheRead": 0,
                                     "cacheWrite": 1}]}
                        """);

        assertThat(ModelPrices.of(file).of("mystery.model-1").out()).isEqualByComparingTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"version\": \"1\", \"currency\": \"USD\", \"source\": \"s\", \"models\":"
                        + " [{\"prefix\": \"a\", \"in\": 1}]}"
            })
    void refusesAFileThatIsNoTable(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("prices.json"), text);

        assertThatThrownBy(() -> ModelPrices.of(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MODEL_PRICES");
        assertThatThrownBy(() -> ModelPrices.of(folder.resolve("absent.json")))
                .isInstanceOf(IllegalStateException.class);
    }
}
