package io.digitalworker.facts;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DisagreementsTest {
    private final SourceTree tree = Trees.ofText("A.cs", "class A {}\n".repeat(20));
    private int line;

    private List<String> among(Fact... facts) {
        return Disagreements.among(Arrays.asList(facts), Inventory.of(tree)).stream()
                .map(Contradiction.class::cast)
                .map(Contradiction::statement)
                .toList();
    }

    private io.digitalworker.facts.source.Evidence next() {
        line++;
        return tree.evidence(tree.files().get(0), line, line);
    }

    private Message message(String direction, String name) {
        return new Message(direction, name, "", "", "A.B", "test", Confidence.LITERAL, next());
    }

    private ConfigurationKey key(String use, String key) {
        return new ConfigurationKey(key, use, "", null, Confidence.LITERAL, next());
    }

    private Endpoint endpoint(String path, String handler, String... conditions) {
        return new Endpoint(
                "GET",
                path,
                List.of(),
                handler,
                "test",
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(conditions),
                Confidence.LITERAL,
                next());
    }

    @Test
    void namesOfMessagesThatDifferByOneLetterDisagree() {
        assertThat(among(message("publish", "OrderPlaced"), message("consume", "OrderPlacd")))
                .containsExactly("'OrderPlaced' is published, but 'OrderPlacd' is consumed");
    }

    @Test
    void namesOfMessagesThatDifferByCaseOrSeparatorDisagree() {
        assertThat(among(message("publish", "order-placed"), message("consume", "OrderPlaced")))
                .hasSize(1);
    }

    @Test
    void anExactCounterpartOnEitherSideEndsTheDoubt() {
        assertThat(
                        among(
                                message("publish", "OrderPlaced"),
                                message("consume", "OrderPlacd"),
                                message("consume", "OrderPlaced")))
                .isEmpty();
    }

    @Test
    void versionsAndShortNamesDoNotDisagree() {
        assertThat(among(message("publish", "OrderPlacedV1"), message("consume", "OrderPlacedV2")))
                .isEmpty();
        assertThat(among(message("publish", "Read"), message("consume", "Reed"))).isEmpty();
    }

    @Test
    void aKeyThatIsReadIsTheSameWhateverItsSeparators() {
        assertThat(among(key("read", "SHOP_BASE_URL"), key("declared", "Shop:BaseUrl"))).isEmpty();
        assertThat(among(key("read", "Shop:BaseUlr"), key("declared", "Shop:BaseUrl"))).hasSize(1);
    }

    @Test
    void anAddressThatTwoHandlersAnswerIsAContradiction() {
        assertThat(among(endpoint("/a/{id}", "A.One"), endpoint("/a/{key}", "A.Two")))
                .containsExactly("GET /a/{key} is answered by 'A.One' and by 'A.Two'");
        assertThat(among(endpoint("/a", "A.One"), endpoint("/a", "A.Two", "params=x"))).isEmpty();
        assertThat(among(endpoint("/a", "A.One"), endpoint("/a", "A.One"))).isEmpty();
    }

    @Test
    void manyNamesTakeLinearTime() {
        List<Fact> facts = new ArrayList<>();
        Message one = message("publish", "OrderPlaced");
        for (int i = 0; i < 20_000; i++) {
            facts.add(
                    new Message(
                            i % 2 == 0 ? "publish" : "consume",
                            "Order" + (char) ('a' + i % 26) + "Placed" + i,
                            "",
                            "",
                            "",
                            "test",
                            Confidence.LITERAL,
                            one.evidence()));
        }
        assertThat(Disagreements.among(facts, Inventory.of(tree))).isEmpty();
    }
}
