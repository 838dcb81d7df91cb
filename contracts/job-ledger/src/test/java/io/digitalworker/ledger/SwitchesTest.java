package io.digitalworker.ledger;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SwitchesTest {
    private Fixture f;
    private Budgets service;
    private Switches operator;

    @BeforeEach
    void openTable() {
        f = new Fixture(TestCloud.newTable(TestCloud.shared()));
        service = f.budgets();
        operator = f.budgets().switches();
    }

    @Test
    void letsModelsBeCalledWhereNobodySaidOtherwise() {
        assertThat(service.modelIsOff()).isFalse();
    }

    @Test
    void reachesARunningServiceWithinFiveSeconds() {
        assertThat(service.modelIsOff()).isFalse();
        operator.setModel(false);

        assertThat(service.modelIsOff()).as("as it was read").isFalse();
        f.clock.advance(Duration.ofSeconds(5));
        assertThat(service.modelIsOff()).isTrue();

        operator.setModel(true);
        f.clock.advance(Duration.ofSeconds(5));
        assertThat(service.modelIsOff()).isFalse();
    }

    @Test
    void holdsAtOnceForWhoeverSetIt() {
        assertThat(operator.modelIsOff()).isFalse();
        operator.setModel(false);
        assertThat(operator.modelIsOff()).isTrue();
    }

    /** The item as docs/adr/0016 has an operator put it with the AWS command line. */
    @Test
    void isTheItemOfTheDocumentation() {
        f.db.putItem(
                request ->
                        request.tableName(f.tableName)
                                .item(
                                        Map.of(
                                                "JobId", AttributeValue.fromS("switch#model"),
                                                "Metadata", AttributeValue.fromS("switch"),
                                                "State", AttributeValue.fromS("off"))));

        assertThat(service.modelIsOff()).isTrue();
    }

    @Test
    void neverTurnsBackByItself() {
        operator.setModel(false);
        assertThat(f.item("switch#model", "switch").has("ExpiresAt")).isFalse();
    }

    @Test
    void isUnavailableWhereTheTableIsOutOfReach() {
        f.script.outage(ScriptedDb.network());
        assertThatThrownBy(() -> service.modelIsOff()).isInstanceOf(LedgerUnavailable.class);
    }
}
