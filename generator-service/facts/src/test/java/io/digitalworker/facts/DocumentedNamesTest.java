package io.digitalworker.facts;

import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentedNamesTest {
    private static final String CODE =
            """
            const express = require('express');
            const app = express();
            class OrderPriceService {}
            app.get('/api/orders/:id', (req, res) => res.send(process.env.ORDER_DATABASE_URL));
            app.post('/api/orders', (req, res) => res.send());
            app.listen(3000);
            """;

    private static List<String> contradictions(String readme, String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("app.js", CODE.getBytes(StandardCharsets.UTF_8));
        files.put(
                "package.json",
                "{\"dependencies\":{\"express\":\"4\"}}".getBytes(StandardCharsets.UTF_8));
        files.put(name, readme.getBytes(StandardCharsets.UTF_8));
        SourceTree tree = Trees.zipped(files);
        return Facts.of("0".repeat(64), tree, Inventory.of(tree)).all(Contradiction.class).stream()
                .map(each -> each.kind() + ": " + each.statement() + " " + each.evidence())
                .toList();
    }

    @Test
    void aStaleRouteIsToldWithTheOneThatIsLikeIt() {
        assertThat(
                        contradictions(
                                "Ask.\n\n`GET /api/orders/{id}/lines` and `PUT /api/orders`",
                                "README.md"))
                .containsExactly(
                        "documented-route: 'GET /api/orders/{id}/lines' is documented, but"
                                + " 'GET /api/orders/{id}' is in the code README.md:L3-L3",
                        "documented-route: 'PUT /api/orders' is documented, but"
                                + " 'POST /api/orders' is in the code README.md:L3-L3");
    }

    @Test
    void typesAndSettingsThatAreNearlyThoseOfTheCodeAreTold() {
        assertThat(contradictions("`OrderPriceManager` reads `ORDER_DATABASES_URL`", "docs/use.md"))
                .containsExactly(
                        "documented-setting: 'ORDER_DATABASES_URL' is documented, but"
                                + " 'ORDER_DATABASE_URL' is in the code docs/use.md:L1-L1",
                        "documented-type: 'OrderPriceManager' is documented, but"
                                + " 'OrderPriceService' is in the code docs/use.md:L1-L1");
    }

    @Test
    void whatTheCodeHasAndWhatIsOfSomethingElseIsNotTold() {
        assertThat(
                        contradictions(
                                "`GET /api/orders/17` `/api/orders` `POST /orders`"
                                        + " `http://localhost:3000/api/orders` `/etc/hosts`"
                                        + " `OrderPriceService` `HttpClient` `NODE_ENV`"
                                        + " `ORDER_DATABASE_URL` `package.json` `npm.run`",
                                "README.md"))
                .isEmpty();
        assertThat(contradictions("`PUT /api/orders`", "CHANGELOG.md")).isEmpty();
    }
}
