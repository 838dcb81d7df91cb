package io.digitalworker.document.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a message is, by its form alone; each character is looked at a fixed number of times.
 *
 * @param words runs of other characters than blanks
 * @param code whether it holds a name or a piece of code
 * @param question whether it asks something, in English, German or Hindi
 * @param language {@code de}, {@code en} or {@code hi}: as far as its letters and small words tell
 */
public record MessageAnalysis(
        int words, boolean code, boolean question, Complexity complexity, String language) {
    private static final int FEW_WORDS = 15;
    private static final int MANY_WORDS = 60;
    private static final int MANY_WORDS_WITH_CODE = 30;
    private static final int MANY_SENTENCES = 3;

    private static final Set<String> ASKING =
            words(
                    "who what when where why which whose whom how is are was were does did could"
                            + " should would can will do has have may must"
                            + " wer wen wem wessen was wann wo wohin woher warum weshalb wieso welche"
                            + " welcher welches welchen welchem wie ist sind kann können darf dürfen"
                            + " soll sollen sollte muss müssen wird werden gibt hat haben");

    /** In Hindi they stand within the sentence. */
    private static final Set<String> ASKING_ANYWHERE =
            words(
                    "क्या कौन कौनसा कब कहाँ कहां क्यों कैसे कैसा कैसी कितना कितने कितनी किस किसे किसका किसकी"
                            + " किसके किन");

    private static final Set<String> DENYING = words("not never nicht nie please bitte");
    private static final Set<String> GERMAN =
            words(
                    "der die das und ist nicht ein eine wie wer welche mehr bitte für mit auf von"
                            + " werden wird im den");

    public static MessageAnalysis of(String message) {
        List<List<String>> sentences = sentences(message);
        List<String> words = sentences.stream().flatMap(List::stream).toList();
        boolean code = message.indexOf('`') >= 0 || words.stream().anyMatch(CodeShape::is);
        long questions = sentences.stream().filter(MessageAnalysis::asks).count();
        return new MessageAnalysis(
                words.size(),
                code,
                questions > 0,
                complexity(words.size(), code, sentences.size(), questions),
                language(message, words));
    }

    /** The same as codes and numbers, for report and ledger. */
    public Map<String, String> codes() {
        Map<String, String> codes = new TreeMap<>();
        codes.put("words", Integer.toString(words));
        codes.put("code", Boolean.toString(code));
        codes.put("question", Boolean.toString(question));
        codes.put("complexity", complexity.key());
        codes.put("language", language);
        return codes;
    }

    private static Complexity complexity(int words, boolean code, int sentences, long questions) {
        boolean much = words > MANY_WORDS || (code && words > MANY_WORDS_WITH_CODE);
        if (much || sentences > MANY_SENTENCES || questions > 1) {
            return Complexity.COMPLEX;
        }
        return words <= FEW_WORDS && sentences <= 1 && !code
                ? Complexity.SIMPLE
                : Complexity.MODERATE;
    }

    /** The words of each sentence; the last word keeps the sign that ends it. */
    private static List<List<String>> sentences(String message) {
        List<List<String>> sentences = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < message.length()) {
            int start = at;
            while (at < message.length() && !Character.isWhitespace(message.charAt(at))) {
                at++;
            }
            boolean ends = at < message.length() && message.charAt(at) == '\n';
            if (at > start) {
                String word = message.substring(start, at);
                words.add(word);
                ends |= endsSentence(word);
            }
            if (ends && !words.isEmpty()) {
                sentences.add(words);
                words = new ArrayList<>();
            }
            at++;
        }
        if (!words.isEmpty()) {
            sentences.add(words);
        }
        return sentences;
    }

    private static boolean endsSentence(String word) {
        return ".!?।？".indexOf(lastSign(word)) >= 0;
    }

    /** The last character that is no closing quote or bracket. */
    private static char lastSign(String word) {
        int end = word.length() - 1;
        while (end > 0 && "\"'”’»)]*_".indexOf(word.charAt(end)) >= 0) {
            end--;
        }
        return word.charAt(end);
    }

    private static boolean asks(List<String> sentence) {
        char end = lastSign(sentence.get(sentence.size() - 1));
        if (end == '?' || end == '？') {
            return true;
        }
        List<String> bare = sentence.stream().map(MessageAnalysis::bare).toList();
        boolean denies = bare.size() > 1 && DENYING.contains(bare.get(1));
        return (ASKING.contains(bare.get(0)) && !denies && sentence.size() > 2)
                || bare.stream().anyMatch(ASKING_ANYWHERE::contains);
    }

    private static String language(String message, List<String> words) {
        long devanagari = message.chars().filter(c -> c >= 0x0900 && c <= 0x097F).count();
        if (devanagari * 3 > message.length()) {
            return "hi";
        }
        long german = words.stream().map(MessageAnalysis::bare).filter(GERMAN::contains).count();
        boolean umlauts = message.chars().anyMatch(c -> "äöüßÄÖÜ".indexOf(c) >= 0);
        return german * 5 > words.size() || (umlauts && german > 0) ? "de" : "en";
    }

    /** In small letters, without signs around it. */
    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && isSign(word.charAt(from))) {
            from++;
        }
        while (to > from && isSign(word.charAt(to - 1))) {
            to--;
        }
        return word.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static boolean isSign(char c) {
        int type = Character.getType(c);
        boolean mark =
                type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return !Character.isLetterOrDigit(c) && !mark;
    }

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }
}
