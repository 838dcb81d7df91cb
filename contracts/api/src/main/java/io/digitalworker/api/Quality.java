package io.digitalworker.api;

/**
 * How much of a job's documents holds.
 *
 * @param score 0 to 100: the mean of the share of claims kept and the share of sections complete
 * @param claims that are published
 * @param claimsRemoved by verification
 */
public record Quality(
        int score, int claims, int claimsRemoved, int sections, int sectionsComplete) {

    public static Quality of(int claims, int claimsRemoved, int sections, int sectionsComplete) {
        double score =
                50 * share(claims, claims + claimsRemoved) + 50 * share(sectionsComplete, sections);
        return new Quality(
                (int) Math.round(score), claims, claimsRemoved, sections, sectionsComplete);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
