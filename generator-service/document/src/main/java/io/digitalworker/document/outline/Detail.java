package io.digitalworker.document.outline;

/** How much of what is known a document tells (design §4.1). These are ceilings: nothing is filled up. */
public enum Detail {
    OVERVIEW("overview", 4, 5),
    STANDARD("standard", 8, 12),
    COMPREHENSIVE("comprehensive", 16, 400);

    private final String key;
    private final int places;
    private final int rows;

    Detail(String key, int places, int rows) {
        this.key = key;
        this.places = places;
        this.rows = rows;
    }

    /** The detail of that name in the options. */
    public static Detail of(String key) {
        for (Detail detail : values()) {
            if (detail.key.equals(key)) {
                return detail;
            }
        }
        throw new IllegalArgumentException("there is no detail '" + key + "'");
    }

    /** One step more; the most there is of the most. */
    public Detail more() {
        return this == OVERVIEW ? STANDARD : COMPREHENSIVE;
    }

    /** One step less; the least there is of the least. */
    public Detail less() {
        return this == COMPREHENSIVE ? STANDARD : OVERVIEW;
    }

    public String key() {
        return key;
    }

    /** How many places in the code a feature names at most. */
    public int places() {
        return places;
    }

    /** How many rows a table has at most; what is left out is named and counted below it. */
    public int rows() {
        return rows;
    }

    /** How many rows a table has at most where each feature has one of its own. */
    public int rows(int features) {
        return Math.max(places, 3 * rows / Math.max(1, features));
    }

    /** Whether a part that is told from another detail on is told in this one. */
    public boolean tells(Detail from) {
        return compareTo(from) >= 0;
    }
}
