package io.digitalworker.document.brief;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be read off the words of a descriptor without understanding them. */
public final class Clauses {
    private static final Pattern END =
            Pattern.compile("(?<=[;!?])\\s+|(?<=[।。])\\s*|(?<=\\.)\\s+(?=[\\p{Lu}\\p{Lo}])|\\R+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern CONDITION =
            Pattern.compile(
                    "(?i)\\b(if|when|whenever|unless|until|while|once|after|before|only|as long as|"
                            + "provided|in case|except)\\b");

    /** Words that stand for a number, or for a measure that nobody has given. */
    private static final Pattern VAGUE =
            Pattern.compile(
                    "(?i)\\b(limited|limit|low|high|fast|quick|quickly|slow|large|small|many|few|"
                            + "several|some|recent|recently|soon|regular|regularly|often|long|short|"
                            + "configured|configurable|certain|appropriate|reasonable|timely|"
                            + "immediately|scalable|easy|user-friendly|secure|reliable|minimum|"
                            + "maximum|sufficient|adequate|near real time|real time)\\b");

    private Clauses() {}

    /** Sentences, and what semicolons part; each as it stands in the text. */
    public static List<String> of(String text) {
        return Arrays.stream(END.split(text))
                .map(Clauses::trimmed)
                .filter(clause -> !clause.isEmpty())
                .toList();
    }

    private static String trimmed(String clause) {
        return clause.replaceAll("^[\\s;]+|[\\s;]+$", "");
    }

    /** Whether the clause says under which condition something holds. */
    public static boolean isCondition(String clause) {
        return CONDITION.matcher(clause).find();
    }

    /** A word of the clause that wants a number, if the clause has none. */
    public static Optional<String> vague(String clause) {
        boolean measured = clause.chars().anyMatch(Character::isDigit);
        return measured
                ? Optional.empty()
                : VAGUE.matcher(clause).results().map(found -> found.group()).findFirst();
    }

    /** Whether the text says the name, in the singular or plural. */
    public static boolean names(String text, String name) {
        String wanted = singular(name);
        return !wanted.isEmpty() && (" " + singular(text) + " ").contains(" " + wanted + " ");
    }

    private static String singular(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .map(word -> word.length() > 3 && word.endsWith("s") ? cut(word) : word)
                .collect(Collectors.joining(" "));
    }

    private static String cut(String word) {
        return word.substring(0, word.length() - 1);
    }

    /** The terms that at least two of the texts share, as they are first written. */
    public static List<String> shared(List<String> texts) {
        CodeWords words = new CodeWords();
        List<Set<String>> terms = texts.stream().map(words::distinctive).toList();
        Set<Set<String>> seen = new HashSet<>();
        return texts.stream()
                .flatMap(text -> WORD.matcher(text).results().map(found -> found.group()))
                .filter(word -> word.length() > 3)
                .filter(word -> held(words.distinctive(word), terms) > 1)
                .filter(word -> seen.add(words.distinctive(word)))
                .toList();
    }

    private static long held(Set<String> term, List<Set<String>> texts) {
        return term.isEmpty() ? 0 : texts.stream().filter(text -> text.containsAll(term)).count();
    }
}
