package io.digitalworker.generator.estimate;

import io.digitalworker.generator.budget.ModelPrices;
import io.digitalworker.generator.model.FakeModel;
import io.digitalworker.generator.model.Model;
import io.digitalworker.generator.model.Models;
import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EstimateBeansTest {
    private static final ModelPrices PRICES = ModelPrices.standard();

    @Test
    void aModelWithoutAPriceKeepsTheServiceFromStartingAndSaysWhatToDo() {
        assertThatThrownBy(() -> start(FakeModel.FIRST, "eu.example.unpriced-v1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("eu.example.unpriced-v1 has no price in the table")
                .hasMessageContaining(PRICES.version())
                .hasMessageContaining("MODEL_PRICES");
    }

    @Test
    void modelsWithPricesAndNoneAtAllStart() {
        assertThatCode(() -> start(FakeModel.FIRST, FakeModel.FALLBACK)).doesNotThrowAnyException();
        assertThatCode(() -> start()).doesNotThrowAnyException();
    }

    private static void start(String... ids) {
        List<Model> all = Stream.of(ids).map(id -> (Model) new FakeModel(id)).toList();
        Models models = new Models(all, 100);
        new EstimateBeans().price(new StartupEvent(), models, PRICES);
    }
}
