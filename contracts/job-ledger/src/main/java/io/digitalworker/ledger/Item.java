package io.digitalworker.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item, or a map inside one, as the table has it: also attributes that this version does not know. */
record Item(Map<String, AttributeValue> attributes) {
    Item {
        attributes = Map.copyOf(attributes);
    }

    @Nullable AttributeValue get(String name) {
        return attributes.get(name);
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return present(name).s();
    }

    @Nullable String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    long number(String name) {
        return Long.parseLong(present(name).n());
    }

    long number(String name, long otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    boolean truth(String name) {
        return has(name) && Boolean.TRUE.equals(present(name).bool());
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    @Nullable Instant timeOrNull(String name) {
        return has(name) ? time(name) : null;
    }

    Item map(String name) {
        return new Item(has(name) ? present(name).m() : Map.of());
    }

    List<AttributeValue> list(String name) {
        return has(name) ? present(name).l() : List.of();
    }

    /** DynamoDB removes expired items only some time later. */
    boolean isExpired(Instant now) {
        return number(Items.EXPIRES_AT, Long.MAX_VALUE) <= now.getEpochSecond();
    }

    /** This item with another value, or without it where {@code value} is null. */
    Item with(String name, @Nullable AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(attributes);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Item(changed);
    }

    private AttributeValue present(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("item without " + name);
        }
        return value;
    }
}
