package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The form of a model's own words: what they may be made of, wherever they come from. */
final class PlainProse {
    private static final int MOST_WORDS = 60;
    private static final int SHORTEST_TOKEN = 5;

    /** Anything else is markup, another script, a trick of the eye or nothing that is read. */
    private static final Pattern ODD = Pattern.compile("[^A-Za-z ,.;:?()\"'’“”–—-]");

    private static final Pattern SPELLED =
            Pattern.compile("\\b[A-Za-z](?:[ .-]+[A-Za-z]\\b){2}|\\b[A-Za-z]\\.[A-Za-z]");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?i)\\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
                            + "\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
                            + "hundreds?|thousands?|millions?|billions?|dozens?|scores?|once(?! (?:an?|the|it|this|that|they|such)\\b)|twice|thrice|"
                            + "half|halves|quarters?|thirds?|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
                            + "percent|doubled?|triple|pairs?|couple|i{2,3}|iv|vi{1,3}|ix|xi{0,3}|"
                            + "one(?! of\\b| or more\\b| another\\b))\\b"
                            + "|\\b(?!I\\b)[IVXLCDM]+\\b");
    private static final Pattern REACTION =
            Pattern.compile(
                    "(?i)\\b(?:prompts?|delimiters?|instructions?|instruct(?:ed|s)?|ignor\\w*|"
                            + "assistants?|chatbots?|language models?|ai|llms?|gpt|claude|"
                            + "i|me|my|we|our|us|you|your|sorry|please|apolog\\w+|as requested|"
                            + "as asked|obey\\w*|comply|complies|disregard\\w*|override\\w*|jailbreak\\w*|"
                            + "json|extracted|inferred|reviewers?|readers?)\\b");
    private static final Pattern JOINS_LEFT = Pattern.compile("(?s).*[\\s(\"“—–]");
    private static final Pattern JOINS_RIGHT =
            Pattern.compile("(?s)(?:['’]s?(?=\\s)|[)\"”,.;:?]*(?:\\s|$)|\\s|[—–]).*|[)\"”,.;:?]+");

    private PlainProse() {}

    /** The rules that the words break, of a sentence or a heading. */
    static Set<ModelRule> broken(Told told, Set<String> tokens) {
        Set<ModelRule> broken = EnumSet.noneOf(ModelRule.class);
        for (String text : told.texts()) {
            check(text, ODD, ModelRule.CHARACTER, broken);
            check(text, SPELLED, ModelRule.ROUTE_NAME, broken);
            check(text, NUMBER, ModelRule.NUMBER, broken);
            check(text, REACTION, ModelRule.REACTION, broken);
        }
        if (glued(told)) {
            broken.add(ModelRule.GLUED);
        }
        if (leaks(told, tokens)) {
            broken.add(ModelRule.TOKEN);
        }
        if (told.words().size() > MOST_WORDS) {
            broken.add(ModelRule.LONG_SENTENCE);
        }
        return broken;
    }

    private static void check(String text, Pattern pattern, ModelRule rule, Set<ModelRule> broken) {
        if (pattern.matcher(text).find()) {
            broken.add(rule);
        }
    }

    /** Whether a mention runs into its neighbour, so that the two would be read as one name. */
    private static boolean glued(Told told) {
        for (int i = 1; i < told.spans().size(); i++) {
            Span left = told.spans().get(i - 1);
            Span right = told.spans().get(i);
            boolean before =
                    left instanceof Span.Text && !JOINS_LEFT.matcher(left.shown()).matches();
            boolean after =
                    right instanceof Span.Text && !JOINS_RIGHT.matcher(right.shown()).matches();
            boolean names = !(left instanceof Span.Text) && !(right instanceof Span.Text);
            if (before || after || names) {
                return true;
            }
        }
        return false;
    }

    private static boolean leaks(Told told, Set<String> tokens) {
        List<String> shapes = new ArrayList<>();
        tokens.forEach(token -> shapes.add(bare(token)));
        shapes.removeIf(token -> token.length() < SHORTEST_TOKEN);
        String words = bare(told.sentence().shown());
        return shapes.stream().anyMatch(words::contains);
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
