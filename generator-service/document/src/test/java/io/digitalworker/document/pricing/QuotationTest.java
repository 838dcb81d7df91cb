package io.digitalworker.document.pricing;

import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.Material;
import io.digitalworker.facts.fact.Resource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuotationTest {
    private static final Material MATERIAL =
            Sample.of(
                            Path.of("../facts/src/test/resources/fixtures/aws/cdk-beside-sam/tree"),
                            "Shop",
                            "Orders are listed.")
                    .material();

    private static Resource resource(String name, String type) {
        return MATERIAL.facts().all(Resource.class).stream()
                .filter(each -> each.name().equals(name) && each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Price price(String line) {
        return PriceTable.standard().line(line).orElseThrow();
    }

    @Test
    void aLoadHoldsOnlyAsItIsWorkedOut() {
        Resource function = resource("OrdersFunction", "AWS::Lambda::Function");
        Quotation cost =
                Quotation.load(Quotation.ONCE, price("function.duration"), function).orElseThrow();
        assertThat(cost.shown()).isEqualTo("250.00");
        assertThat(Quotation.holds(MATERIAL, cost.id(), "250.00")).isTrue();
        assertThat(Quotation.holds(MATERIAL, cost.id(), "250.01")).isFalse();
        assertThat(Quotation.holds(MATERIAL, cost.id().replace("/1/", "/10/"), "250.00")).isFalse();
        assertThat(Quotation.holds(MATERIAL, cost.id().replace("/1/", "/3/"), "750.00")).isFalse();
    }

    @Test
    void noFigureIsGivenWithoutTheSizesItNeeds() {
        Resource function = resource("CartsFunction", "AWS::Lambda::Function");
        assertThat(Quotation.load(Quotation.ONCE, price("function.duration"), function)).isEmpty();
        assertThat(Quotation.load(Quotation.ONCE, price("function.requests"), function))
                .isPresent();
    }

    @Test
    void aTableIsPaidByItsBillingMode() {
        assertThat(PriceTable.standard().of(resource("Orders", "AWS::DynamoDB::Table")))
                .extracting(Price::id)
                .containsExactly("table.writes", "table.reads");
        assertThat(PriceTable.standard().of(resource("Carts", "AWS::DynamoDB::Table")))
                .extracting(Price::id)
                .containsExactly("table.write-capacity", "table.read-capacity");
    }

    @Test
    void pricesAndTheirDayAreLookedUpInTheTable() {
        Quotation price = Quotation.price(price("queue.requests"));
        assertThat(Quotation.holds(MATERIAL, price.id(), "0.40")).isTrue();
        assertThat(Quotation.holds(MATERIAL, price.id(), "0.41")).isFalse();
        assertThat(Quotation.holds(MATERIAL, "table/asOf", PriceTable.standard().asOf())).isTrue();
        assertThat(Quotation.holds(MATERIAL, "table/asOf", "2030-01-01")).isFalse();
        assertThat(Quotation.holds(MATERIAL, "price/none", "0.40")).isFalse();
    }
}
