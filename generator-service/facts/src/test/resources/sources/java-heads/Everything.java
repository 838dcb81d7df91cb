@Deprecated
package shop.core;

import java.util.List;
import java.util.function.*;
import static java.lang.Math.max;
import static shop.core.Names.*;

@Service(value = "x") @Scope
public sealed abstract class Everything<T extends Comparable<? super T> & Runnable, @Mark U>
        extends Base<List<T>> implements Runnable, shop.Api<T, U[]> permits Small, Large {
    public static final String TEXT = """
            class Fake { int no; }
            """, OTHER = "b";
    private int a[], b, c[][] = {{1}, {2}};
    @Inject private @Nullable Map<String, List<int[]>> rows = new HashMap<String, List<int[]>>();
    private final Function<String, Integer> size = (s) -> { int n = s.length(); return n; }, twice = s -> 2;
    final Runnable inner = new Runnable() { public void run() { } };
    int record, sealed = 1;
    final boolean less = a < b;

    static { init(); }
    { a = new int[] {1}; }

    @Inject public <R> Everything(@Named("x") final List<R> items, String... rest) throws IOException, Bad { super(items); }

    @Override
    public synchronized void run() { var local = 1; class Inner { int hidden; } }
    @GetMapping("/x") public static <A extends Comparable<A>, B> @NonNull Map<A, B[]> map(A a, int b[])[] throws Exception { return null; }
    abstract protected java.util.@Nullable List<? extends T> list();
    native int yield(int of);
    Record record(int a) { return null; }

    public enum Color implements Named {
        @First RED("r", 1) { @Override public String title() { return "x"; } },
        GREEN;
        private final String code;
        Color(String... code) { this.code = code[0]; }
        public String title() { return code; }
    }
    enum Bare { A, B, }
    public record Pair<L, R>(@NotNull @Size(max = 3) L left, List<Map<String, R>> right, int... rest) implements Both {
        static int made;
        public Pair { if (left == null) throw new Bad(); }
        Pair(L left) { this(left, List.of()); }
    }
    @interface Marker {
        String value() default "a";
        Class<?>[] types() default {};
        int SIZE = 2;
    }
    interface Shape permits Circle {
        double PI = 3;
        double area();
        default int sides() { return 0; }
        private static void hidden() { }
    }
    non-sealed static strictfp class Large extends Everything<String, Integer> { }
}
