package io.digitalworker.generator.inbound;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveBudgetTest {
    private static final long MB = 1_000_000;
    private final ArchiveBudget budget = new ArchiveBudget(64 * MB);

    @Test
    void letsSmallArchivesInBesideLargeOne() {
        assertThat(budget.take(50 * MB)).isTrue();
        assertThat(budget.take(14 * MB)).isTrue();
    }

    @Test
    void refusesWhatExceedsTheBudgetUntilRoomIsGivenBack() {
        budget.take(50 * MB);
        assertThat(budget.take(50 * MB)).as("two large archives at once").isFalse();

        budget.giveBack(50 * MB);

        assertThat(budget.take(50 * MB)).as("after the first has ended").isTrue();
    }

    @Test
    void letsAnArchiveOverTheBudgetInAlone() {
        assertThat(budget.take(100 * MB)).as("nothing else is worked on").isTrue();
        assertThat(budget.take(1)).as("the budget is used up").isFalse();
    }
}
