package shop.core;

import java.util.List;

/** A service. */
@Service("x")
public final class Shop<T extends Comparable<T>> implements Runnable {
    private static final String TEXT = """
            class Fake { void no() {} }
            """;
    private final int[] sizes = {1, 2, 3};

    public Shop(List<T> items) {
        this.items = items;
    }

    @Override
    public void run() {
        new Thread(() -> { System.out.println('}'); }).start();
    }

    static {
        init();
    }

    abstract <R> R map(java.util.function.Function<T, R> f) throws Exception;

    enum Color { RED("r") { void x() {} }, GREEN; private final String code; Color(String... c) {} }

    record Pair(String left, List<Map<String, Integer>> right) {}

    @interface Marker { String value() default ""; }
}
