package io.digitalworker.document.rendering;

/** Shares the width of a table among its columns by what they hold. */
final class ColumnWidths {
    private final float[] least;
    private final float[] natural;

    ColumnWidths(int columns) {
        least = new float[columns];
        natural = new float[columns];
    }

    /** A cell of the column has something of this width that should not be broken. */
    void least(int column, float width) {
        least[column] = Math.max(least[column], width);
    }

    /** A cell of the column is this wide in one line. */
    void natural(int column, float width) {
        natural[column] = Math.max(natural[column], width);
    }

    /**
     * Natural widths if they fit together. Else columns that ask for no more than their equal share get
     * what they ask for; the others share the rest, the wider ones more of it, but not in proportion, or
     * long texts would starve the others.
     */
    float[] within(float width) {
        if (sum(natural) <= width) {
            return natural.clone();
        }
        float[] widths = new float[natural.length];
        float rest = modest(widths, width);
        float wanted = 0;
        for (int i = 0; i < widths.length; i++) {
            wanted += widths[i] == 0 ? weight(i) : 0;
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = widths[i] == 0 ? rest * weight(i) / wanted : widths[i];
        }
        return unbroken(widths);
    }

    /** Serves the columns that ask for little; what is left over is the answer. */
    private float modest(float[] widths, float width) {
        float rest = width;
        int open = widths.length;
        boolean served = true;
        while (served && open > 0) {
            served = false;
            float share = rest / open;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] == 0 && natural[i] > 0 && natural[i] <= share) {
                    widths[i] = natural[i];
                    rest -= natural[i];
                    open--;
                    served = true;
                }
            }
        }
        return rest;
    }

    /** Takes from columns with room to spare what others lack for their longest word. */
    private float[] unbroken(float[] widths) {
        float lack = 0;
        float spare = 0;
        for (int i = 0; i < widths.length; i++) {
            lack += Math.max(0, least[i] - widths[i]);
            spare += Math.max(0, widths[i] - least[i]);
        }
        if (lack == 0 || spare == 0) {
            return widths;
        }
        float moved = Math.min(lack, spare);
        for (int i = 0; i < widths.length; i++) {
            float over = widths[i] - least[i];
            widths[i] -= over > 0 ? moved * over / spare : moved * over / lack;
        }
        return widths;
    }

    private float weight(int column) {
        return (float) Math.sqrt(Math.max(1, natural[column]));
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
