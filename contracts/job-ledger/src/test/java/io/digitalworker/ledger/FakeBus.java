package io.digitalworker.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A bus that remembers what it took. */
final class FakeBus implements EventBus {
    final List<StoredEvent> taken = new ArrayList<>();
    final List<Integer> batches = new ArrayList<>();
    Predicate<StoredEvent> takes = event -> true;

    @Override
    public List<Boolean> publish(List<StoredEvent> events) {
        batches.add(events.size());
        events.stream().filter(takes).forEach(taken::add);
        return events.stream().map(takes::test).toList();
    }
}
