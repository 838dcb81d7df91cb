package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.table.expression.Item;
import io.digitalworker.local.cloud.table.expression.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The size of items as AWS counts it: names and values, UTF-8; "Item sizes and formats". */
final class ItemSize {
    static final int MAX_ITEM = 400 * 1024;
    static final int MAX_PAGE = 1024 * 1024;
    private static final int CONTAINER = 3;

    private ItemSize() {}

    static int of(Item item) {
        return members(item.attributes());
    }

    static void check(Item item, String tooLarge) {
        if (of(item) > MAX_ITEM) {
            throw AwsFault.validation(tooLarge);
        }
    }

    private static int members(Map<String, Value> members) {
        return members.entrySet().stream()
                .mapToInt(member -> utf8(member.getKey()) + of(member.getValue()))
                .sum();
    }

    private static int of(Value value) {
        if (value instanceof Value.Text text) {
            return utf8(text.value());
        } else if (value instanceof Value.Num number) {
            return number(number);
        } else if (value instanceof Value.Binary binary) {
            return binary.bytes().length;
        } else if (value instanceof Value.ListOf list) {
            return CONTAINER + list.elements().stream().mapToInt(each -> 1 + of(each)).sum();
        } else if (value instanceof Value.MapOf map) {
            return CONTAINER + map.members().size() + members(map.members());
        } else if (value instanceof Value.SetOf set) {
            return set.elements().stream().mapToInt(ItemSize::of).sum();
        }
        return 1;
    }

    // one byte per two significant digits, and one more; another for a sign
    private static int number(Value.Num number) {
        return (number.value().precision() + 1) / 2 + (number.value().signum() < 0 ? 2 : 1);
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
