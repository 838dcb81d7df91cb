package io.digitalworker.facts.framework.contract;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which scripts of a directory are run: schema scripts first, then by version and name
 * with numbers counted as numbers ({@code V2__b} before {@code V10__a}), Flyway's repeatable ones last.
 */
final class ScriptOrder implements Comparator<String> {
    private static final Pattern PIECE = Pattern.compile("\\d{1,100}|\\D{1,500}");
    private static final Pattern FIRST =
            Pattern.compile("(?:create[-_.]?)?(?:schema|tables|ddl|init|structure|create)\\b.*");

    @Override
    public int compare(String left, String right) {
        int byRank = Integer.compare(rank(left), rank(right));
        if (byRank != 0) {
            return byRank;
        }
        Matcher a = PIECE.matcher(key(left));
        Matcher b = PIECE.matcher(key(right));
        while (true) {
            boolean moreA = a.find();
            boolean moreB = b.find();
            if (!moreA || !moreB) {
                int byLength = Boolean.compare(moreA, moreB);
                return byLength != 0 ? byLength : left.compareTo(right);
            }
            int byPiece = pieces(a.group(), b.group());
            if (byPiece != 0) {
                return byPiece;
            }
        }
    }

    private static int rank(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.startsWith("r__") ? 2 : FIRST.matcher(name).matches() ? 0 : 1;
    }

    /** Flyway's dots and underscores within a version are one; a shorter version goes first. */
    private static String key(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        int slash = lower.lastIndexOf('/') + 1;
        String name = lower.substring(slash);
        if (!name.matches("v\\d.*")) {
            return lower;
        }
        int end = name.indexOf("__");
        String version = end < 0 ? name : name.substring(0, end).replace('_', '.');
        String versioned = version + (end < 0 ? "" : "\u0001" + name.substring(end));
        // within one history, directories of vendors or releases do not count
        return versioned;
    }

    private static int pieces(String left, String right) {
        boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return numbers
                ? new BigInteger(left).compareTo(new BigInteger(right))
                : left.compareTo(right);
    }
}
