package io.digitalworker.local.launcher.terminal;

import java.util.Locale;

/** How much is done, as 20 blocks and a percentage: 27 columns. */
public final class Bar {
    private static final String FULL = "████████████████████";
    private static final String REST = "░░░░░░░░░░░░░░░░░░░░";

    private Bar() {}

    /** @param part of the whole; what is beyond it counts as it */
    public static String of(long part, long whole) {
        long percent = whole <= 0 ? 100 : Math.max(0, Math.min(100, part * 100 / whole));
        int filled = (int) (percent * FULL.length() / 100);
        return FULL.substring(0, filled)
                + REST.substring(filled)
                + String.format(Locale.ROOT, " %3d %%", percent);
    }
}
