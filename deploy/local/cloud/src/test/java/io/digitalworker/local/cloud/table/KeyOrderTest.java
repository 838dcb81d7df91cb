package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.table.expression.Numbers;
import io.digitalworker.local.cloud.table.expression.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyOrderTest {
    private static int compare(Value a, Value b) {
        return Integer.signum(Arrays.compareUnsigned(KeyBytes.of(a), KeyBytes.of(b)));
    }

    @Test
    void numbersAreInTheOrderOfTheirSize() {
        List<Value.Num> numbers =
                List.of(
                                "-9.99E+125",
                                "-1000",
                                "-12.5",
                                "-12",
                                "-1.1",
                                "-1",
                                "-0.5",
                                "-1E-130",
                                "0",
                                "1E-130",
                                "0.05",
                                "0.5",
                                "1",
                                "1.01",
                                "1.1",
                                "2",
                                "9",
                                "10",
                                "11",
                                "99",
                                "100",
                                "1763633000000",
                                "1763633000001",
                                "9.99E+125")
                        .stream()
                        .map(Numbers::parse)
                        .toList();
        for (int i = 1; i < numbers.size(); i++) {
            assertThat(compare(numbers.get(i - 1), numbers.get(i)))
                    .as(numbers.get(i - 1) + " before " + numbers.get(i))
                    .isNegative();
        }
    }

    @Test
    void randomNumbersAreInTheOrderOfBigDecimal() {
        Random random = new Random(7);
        List<BigDecimal> numbers =
                IntStream.range(0, 300)
                        .mapToObj(
                                i ->
                                        BigDecimal.valueOf(
                                                random.nextInt(2_000_001) - 1_000_000L,
                                                random.nextInt(8) - 2))
                        .toList();
        for (BigDecimal a : numbers) {
            for (BigDecimal b : numbers) {
                assertThat(compare(new Value.Num(a), new Value.Num(b)))
                        .as(a + " and " + b)
                        .isEqualTo(a.compareTo(b));
            }
        }
    }

    @Test
    void textsAreInTheOrderOfTheirUtf8BytesAlsoWithZerosInside() {
        List<String> texts =
                List.of("", "\0", "\0\0", "\0a", "a", "a\0", "a\0b", "a\1", "aa", "b", "ä", "😀");
        for (int i = 1; i < texts.size(); i++) {
            assertThat(compare(new Value.Text(texts.get(i - 1)), new Value.Text(texts.get(i))))
                    .as("text " + (i - 1) + " before text " + i)
                    .isNegative();
        }
    }

    @Test
    void partitionsComeInNoUsefulOrder() {
        List<Integer> order =
                IntStream.range(0, 20)
                        .boxed()
                        .sorted(
                                (a, b) ->
                                        Arrays.compareUnsigned(
                                                KeyBytes.partition(new Value.Text("job-" + a)),
                                                KeyBytes.partition(new Value.Text("job-" + b))))
                        .toList();
        assertThat(order).isNotEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void endOfARangeIsBehindAllThatBeginsWithIt() {
        byte[] begin = {1, (byte) 0xFF, (byte) 0xFF};
        assertThat(KeyBytes.behind(begin)).isEqualTo(new byte[] {2});
        assertThat(Arrays.compareUnsigned(KeyBytes.behind(new byte[] {-1}), new byte[] {-1, -1}))
                .isPositive();
        assertThatThrownBy(() -> KeyBytes.of(new Value.Bool(true)))
                .hasMessageContaining("no key can be of type BOOL");
    }
}
