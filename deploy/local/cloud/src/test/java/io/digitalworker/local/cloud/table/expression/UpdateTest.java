package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UpdateTest {
    private static Value text(String value) {
        return new Value.Text(value);
    }

    private static Value number(long value) {
        return new Value.Num(BigDecimal.valueOf(value));
    }

    private static Value list(String... texts) {
        return new Value.ListOf(java.util.Arrays.stream(texts).map(UpdateTest::text).toList());
    }

    private static Value set(String... texts) {
        return new Value.SetOf(
                "SS",
                new LinkedHashSet<>(java.util.Arrays.stream(texts).map(UpdateTest::text).toList()));
    }

    private static Value map(String key, Value value) {
        return new Value.MapOf(new TreeMap<>(Map.of(key, value)));
    }

    private static final Item ITEM =
            Item.of(
                    Map.of(
                            "a", text("old"),
                            "n", number(5),
                            "ls", list("p", "q", "r"),
                            "mp", map("k", text("v")),
                            "tags", set("x", "y")));

    private static final Map<String, Value> VALUES =
            Map.of(
                    ":v", text("new"),
                    ":one", number(1),
                    ":more", list("s"),
                    ":x", set("x"),
                    ":all", set("x", "y"),
                    ":z", set("z"));

    private static Item apply(String expression) {
        return Update.parse(expression, new Placeholders(Map.of("#a", "a"), VALUES)).apply(ITEM);
    }

    @Test
    void setsRemovesAddsAndDeletesInOneExpression() {
        Item after =
                apply("SET a = :v, fresh = :one REMOVE mp ADD n :one, tags :z DELETE list_of :x");
        assertThat(after)
                .isEqualTo(
                        Item.of(
                                Map.of(
                                        "a", text("new"),
                                        "fresh", number(1),
                                        "n", number(6),
                                        "ls", list("p", "q", "r"),
                                        "tags", set("x", "y", "z"))));
    }

    @Test
    void readsEverythingFromTheItemAsItWas() {
        Item after = apply("SET n = n + :one, earlier = n, a = :v, twin = a");
        assertThat(after.get("n")).isEqualTo(number(6));
        assertThat(after.get("earlier")).isEqualTo(number(5));
        assertThat(after.get("twin")).isEqualTo(text("old"));
    }

    @Test
    void computesAndFallsBack() {
        assertThat(apply("SET n = n - :one").get("n")).isEqualTo(number(4));
        assertThat(apply("SET n = if_not_exists(n, :one)").get("n")).isEqualTo(number(5));
        assertThat(apply("SET m = if_not_exists(m, :one) + :one").get("m")).isEqualTo(number(2));
        assertThat(apply("SET m = (if_not_exists(m, :one))").get("m")).isEqualTo(number(1));
        assertThat(apply("ADD m :one").get("m")).isEqualTo(number(1));
        assertThat(apply("set ls = list_append(ls, :more)").get("ls"))
                .isEqualTo(list("p", "q", "r", "s"));
        assertThat(apply("SET ls = list_append(:more, ls)").get("ls"))
                .isEqualTo(list("s", "p", "q", "r"));
    }

    @Test
    void writesInsideListsAndMaps() {
        assertThat(apply("SET ls[1] = :v").get("ls")).isEqualTo(list("p", "new", "r"));
        assertThat(apply("SET ls[9] = :v").get("ls")).isEqualTo(list("p", "q", "r", "new"));
        assertThat(apply("REMOVE ls[0], ls[2]").get("ls")).isEqualTo(list("q"));
        assertThat(apply("REMOVE ls[7]").get("ls")).isEqualTo(list("p", "q", "r"));
        assertThat(apply("SET mp.k = :v").get("mp")).isEqualTo(map("k", text("new")));
        assertThat(apply("REMOVE mp.k").get("mp")).isEqualTo(new Value.MapOf(new TreeMap<>()));
    }

    @Test
    void aSetWithoutElementsIsGone() {
        assertThat(apply("DELETE tags :x").get("tags")).isEqualTo(set("y"));
        assertThat(apply("DELETE tags :all").get("tags")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET a = lacking             | refers to an attribute that does not exist in the item",
                "SET lacking.k = :v          | document path provided in the update expression is invalid",
                "SET a.k = :v                | document path provided in the update expression is invalid",
                "SET n = a + :one            | An operand in the update expression has an incorrect data type",
                "ADD a :one                  | An operand in the update expression has an incorrect data type",
                "DELETE n :x                 | An operand in the update expression has an incorrect data type",
                "SET ls = list_append(n, :more) | An operand in the update expression has an incorrect data type",
                "SET n = n + :v              | operator or function: +, operand type: S",
                "ADD n :v                    | operator or function: ADD, operand type: S",
                "DELETE tags :one            | operator or function: DELETE, operand type: N",
                "SET a = :v SET n = :one     | The \"SET\" section can only be used once",
                "SET a = :v, a = :v          | Two document paths overlap with each other",
                "SET mp = :v REMOVE mp.k   | Two document paths overlap with each other",
                "SET mp.k = :v REMOVE mp[0] | Two document paths conflict with each other",
                "SET a = size(ls)          | Invalid function name; function: size",
                "PUT a = :v                  | Syntax error; token: \"PUT\"",
                "SET a :v                    | Syntax error; token: \":v\"",
                "SET a = :v,                 | Syntax error; token: \"<EOF>\"",
                "REMOVE :v                   | Syntax error; token: \":v\""
            })
    void refuses(String expression, String reason) {
        assertThatThrownBy(() -> apply(expression))
                .as(expression)
                .isInstanceOf(AwsFault.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-0.0, 0",
        "1E+3, 1000",
        "0.00012, 0.00012",
        "99999999999999999999999999999999999999, 99999999999999999999999999999999999999"
    })
    void keepsNumbersOfUpTo38Digits(String text, String plain) {
        assertThat(Numbers.parse(text).value().toPlainString()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "x, cannot be converted to a numeric value",
        "123456789012345678901234567890123456789, more than 38 significant digits",
        "1E126, Number overflow",
        "1E-131, Number underflow"
    })
    void refusesNumbersOutOfRange(String text, String reason) {
        assertThatThrownBy(() -> Numbers.parse(text)).hasMessageContaining(reason);
    }

    @Test
    void projectsPartsOfDocuments() {
        Projection projection =
                Projection.parse(
                        "mp.k, ls[2], ls[0], n, lacking", new Placeholders(Map.of(), Map.of()));
        assertThat(projection.of(ITEM))
                .isEqualTo(
                        Item.of(
                                Map.of(
                                        "mp", map("k", text("v")),
                                        "ls", list("p", "r"),
                                        "n", number(5))));
        assertThatThrownBy(() -> Projection.parse("mp, mp.k", new Placeholders(Map.of(), Map.of())))
                .hasMessageContaining("overlap");
        assertThat(List.of(projection.paths().get(1).toString())).containsExactly("ls[2]");
    }
}
