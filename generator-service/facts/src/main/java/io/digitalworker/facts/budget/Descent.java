package io.digitalworker.facts.budget;

/**
 * How far down names are followed from one place: so many levels, and over all ways together so many
 * visits. What leads back to itself has few levels to be read on, yet more ways than can be counted.
 */
public final class Descent {
    private final int levels;
    private final boolean first;
    private final int[] visits;

    private Descent(int levels, boolean first, int[] visits) {
        this.levels = levels;
        this.first = first;
        this.visits = visits;
    }

    /**
     * @param levels below the first
     * @param visits on all levels
     */
    public static Descent of(int levels, int visits) {
        return new Descent(levels, true, new int[] {visits});
    }

    public boolean isFirst() {
        return first;
    }

    public boolean ended() {
        return levels < 0 || visits[0] <= 0;
    }

    /** One level down; counts as a visit. */
    public Descent deeper() {
        visits[0]--;
        return new Descent(levels - 1, false, visits);
    }
}
