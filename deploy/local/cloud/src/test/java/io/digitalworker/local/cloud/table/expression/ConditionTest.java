package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConditionTest {
    private static Value text(String value) {
        return new Value.Text(value);
    }

    private static Value number(String value) {
        return new Value.Num(new BigDecimal(value));
    }

    private static final Item ITEM =
            Item.of(
                    Map.of(
                            "a", text("apple"),
                            "n", number("5"),
                            "flag", new Value.Bool(true),
                            "none", new Value.Null(),
                            "bytes", Value.Binary.of(new byte[] {1, 2, 3}),
                            "tags",
                                    new Value.SetOf(
                                            "SS",
                                            new LinkedHashSet<>(List.of(text("x"), text("y")))),
                            "ls", new Value.ListOf(List.of(text("one"), number("2"))),
                            "mp",
                                    new Value.MapOf(
                                            new TreeMap<>(
                                                    Map.of("in", text("inner"), "k", number("1")))),
                            "Status", text("Pending")));

    private static final Map<String, Value> VALUES =
            Map.ofEntries(
                    Map.entry(":apple", text("apple")),
                    Map.entry(":app", text("app")),
                    Map.entry(":b", text("b")),
                    Map.entry(":x", text("x")),
                    Map.entry(":one", text("one")),
                    Map.entry(":two", number("2")),
                    Map.entry(":four", number("4")),
                    Map.entry(":five", number("5.0")),
                    Map.entry(":six", number("6")),
                    Map.entry(":type", text("SS")),
                    Map.entry(":true", new Value.Bool(true)),
                    Map.entry(":bytes", Value.Binary.of(new byte[] {1, 2})),
                    Map.entry(":pending", text("Pending")));

    private static Condition parse(String expression) {
        return ConditionParser.parse(
                "ConditionExpression",
                expression,
                new Placeholders(Map.of("#s", "Status", "#in", "in"), VALUES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = :apple                                | true",
                "a <> :apple                               | false",
                "absent <> :apple                          | true",
                "absent = :apple                           | false",
                "absent < :apple                           | false",
                "n = :five                                 | true",
                "n < :six                                  | true",
                "n <= :five                                | true",
                "n > :five                                 | false",
                "n >= :six                                 | false",
                "n < :apple                                | false",
                "flag = :true                              | true",
                "n BETWEEN :four AND :six                  | true",
                "n between :five and :five                 | true",
                "a IN (:b, :apple)                         | true",
                "absent IN (:b, :apple)                    | false",
                "attribute_exists(a)                       | true",
                "attribute_exists(mp.#in)                 | true",
                "attribute_exists(mp.absent)              | false",
                "attribute_not_exists(absent)              | true",
                "attribute_not_exists(a)                   | false",
                "attribute_type(tags, :type)               | true",
                "attribute_type(a, :type)                  | false",
                "begins_with(a, :app)                      | true",
                "begins_with(a, :b)                        | false",
                "begins_with(bytes, :bytes)                | true",
                "begins_with(n, :app)                      | false",
                "contains(a, :app)                         | true",
                "contains(tags, :x)                        | true",
                "contains(tags, :b)                        | false",
                "contains(ls, :one)                      | true",
                "contains(bytes, :bytes)                   | true",
                "size(a) = :five                           | true",
                "size(tags) = :two                         | true",
                "size(ls) = :two                         | true",
                "size(mp) = :two                          | true",
                "size(bytes) > :two                        | true",
                "size(flag) > :two                         | false",
                "ls[0] = :one                            | true",
                "ls[1] = :two                            | true",
                "ls[9] = :one                            | false",
                "a[0] = :one                               | false",
                "#s = :pending                             | true",
                "NOT a = :apple                            | false",
                "NOT NOT a = :apple                        | true",
                "a = :apple AND n = :six                   | false",
                "a = :b OR n = :five                       | true",
                "a = :b OR a = :b AND n = :five            | false",
                "a = :apple OR a = :b AND n = :six         | true",
                "(a = :apple OR a = :b) AND n = :six       | false",
                "NOT (a = :b AND n = :five)                | true",
                "((a = :b) OR (a = :apple))                | true"
            })
    void decides(String expression, boolean expected) {
        assertThat(parse(expression).test(ITEM)).as(expression).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                             | The expression can not be empty",
                "Status = :pending              | Attribute name is a reserved keyword; reserved keyword: Status",
                "oWnEr = :pending               | reserved keyword: oWnEr",
                "mp.name = :apple              | reserved keyword: name",
                "#absent = :apple               | attribute name: #absent",
                "a = :absent                    | attribute value: :absent",
                "a = :apple extra               | Syntax error; token: \"extra\"",
                "a =                            | token: \"<EOF>\"",
                "a :apple                       | token: \":apple\"",
                "a = 'literal'                  | Syntax error; token: \"'\"",
                "a == :apple                    | Syntax error",
                "(a = :apple                    | token: \"<EOF>\"",
                "((a = :apple))                 | redundant parentheses",
                "begins(a, :app)                | Invalid function name; function: begins",
                "ATTRIBUTE_EXISTS(a)            | Invalid function name; function: ATTRIBUTE_EXISTS",
                "begins_with(a, :two)           | operator or function: begins_with, operand type: N",
                "attribute_type(a, :two)        | operator or function: attribute_type, operand type: N",
                "attribute_type(a, :apple)      | Invalid attribute type name found; type: apple",
                "attribute_exists(:apple)       | token: \":apple\"",
                "a = a                          | The first operand must be distinct",
                "a BETWEEN :six AND :four       | upper bound to be greater than or equal to lower bound",
                "a BETWEEN :b AND :four         | same data type for lower and upper bounds",
                "flag < :true                   | operator or function: <, operand type: BOOL",
                "ls[x] = :one                 | token: \"x\"",
                "ls[-1] = :one                | token: \"-\"",
                "# = :one                       | token: \"#\""
            })
    void refuses(String expression, String reason) {
        assertThatThrownBy(() -> parse(expression))
                .as(expression)
                .isInstanceOf(AwsFault.class)
                .hasMessageStartingWith("Invalid ConditionExpression: ")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesDeepNestingRatherThanOverflowing() {
        String deep = "NOT (".repeat(400) + "a = :apple" + ")".repeat(400);
        assertThatThrownBy(() -> parse(deep)).hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> parse("a = :apple OR ".repeat(400) + "a = :apple"))
                .hasMessageContaining("exceeded the maximum allowed size");
    }

    @Test
    void namesUnusedPlaceholdersAndBadOnes() {
        Placeholders unused = new Placeholders(Map.of("#u", "u"), Map.of());
        assertThatThrownBy(unused::requireAllUsed).hasMessageContaining("keys: {#u}");
        assertThatThrownBy(() -> new Placeholders(Map.of("u", "u"), Map.of()))
                .hasMessageContaining("contains invalid key");
        assertThatThrownBy(() -> new Placeholders(Map.of(), Map.of("v", text("v"))))
                .hasMessageContaining("contains invalid key");
    }

    @Test
    void knowsEveryReservedWordOfTheList() {
        for (String word : Set.of("ABORT", "status", "Owner", "ZONE", "ttl", "name", "data")) {
            assertThat(ReservedWords.contains(word)).as(word).isTrue();
        }
        for (String word : Set.of("JobId", "Metadata", "Due", "DueAt", "SubmitTime")) {
            assertThat(ReservedWords.contains(word)).as(word).isFalse();
        }
    }
}
