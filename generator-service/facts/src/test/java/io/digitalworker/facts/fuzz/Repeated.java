package io.digitalworker.facts.fuzz;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text that is made of many like pieces. */
final class Repeated {
    private Repeated() {}

    /** The pieces of the numbers from 0 on, each on a line. */
    static String lines(int times, IntFunction<String> piece) {
        return joined("\n", times, piece) + "\n";
    }

    static String joined(String separator, int times, IntFunction<String> piece) {
        return IntStream.range(0, times).mapToObj(piece).collect(Collectors.joining(separator));
    }
}
