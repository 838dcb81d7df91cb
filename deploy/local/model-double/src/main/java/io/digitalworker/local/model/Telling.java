package io.digitalworker.local.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is told in one answer, a sentence after the other, until the words that are asked for are used up. */
final class Telling {
    private static final Pattern WORDS =
            Pattern.compile("(?m)^.*Write at most (\\d+) words of your own.*$");
    private static final Pattern DRAFTED = Pattern.compile("(?m)^B\\d+[ ,].*$");
    private static final Pattern HANDLE = Pattern.compile("\\{(F\\d+)[.}]");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** Of a prompt that asks for no number. */
    private static final int FEW_WORDS = 80;

    /** Sentences of one shape; more of them read badly. */
    private static final int OF_A_SHAPE = 3;

    /** What is said of a fact at once. */
    private static final int OF_A_FACT = 2;

    private final List<ListedFact> facts;
    private final Map<String, List<Shapes.Said>> open = new HashMap<>();
    private final int first;
    private final Map<String, Integer> shapes = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private int words;
    private int turn;

    /**
     * A sentence.
     *
     * @param place handle of the lines that it cites
     */
    record Told(String say, String place) {}

    private Telling(List<ListedFact> facts, int first, int words) {
        this.facts = facts;
        this.first = first;
        this.words = words;
    }

    static Telling of(Asked asked) {
        Matcher words = WORDS.matcher(asked.prompt());
        int most = words.find() ? Integer.parseInt(words.group(1)) : FEW_WORDS;
        int first = Math.floorMod(asked.section().hashCode(), 1_000);
        List<ListedFact> listed =
                asked.prompt().lines().map(ListedFact::in).flatMap(Optional::stream).toList();
        return new Telling(inOrder(listed, drafted(asked.prompt()), first), first, most);
    }

    private static Set<String> drafted(String prompt) {
        Set<String> drafted = new TreeSet<>();
        DRAFTED.matcher(prompt)
                .results()
                .map(MatchResult::group)
                .forEach(
                        line ->
                                HANDLE.matcher(line)
                                        .results()
                                        .forEach(handle -> drafted.add(handle.group(1))));
        return drafted;
    }

    private static List<ListedFact> inOrder(
            List<ListedFact> listed, Set<String> drafted, int first) {
        List<ListedFact> order = new ArrayList<>();
        listed.stream().filter(fact -> drafted.contains(fact.handle())).forEach(order::add);
        for (int i = 0; i < listed.size(); i++) {
            ListedFact fact = listed.get((first + i) % listed.size());
            if (!drafted.contains(fact.handle())) {
                order.add(fact);
            }
        }
        return order;
    }

    /** A number of the section's own. */
    int first() {
        return first;
    }

    /** At most so many sentences; none if all is said, or all words are used. */
    List<Told> next(int most) {
        List<Told> told = new ArrayList<>();
        int passed = 0;
        while (told.size() < most && passed < facts.size()) {
            ListedFact fact = facts.get(turn++ % facts.size());
            int before = told.size();
            tell(fact, Math.min(OF_A_FACT, most - before), told);
            passed = told.size() > before ? 0 : passed + 1;
        }
        return told;
    }

    private void tell(ListedFact fact, int most, List<Told> told) {
        List<Shapes.Said> left =
                open.computeIfAbsent(fact.handle(), any -> turned(Shapes.STANDARD.of(fact)));
        int before = told.size();
        while (!left.isEmpty() && told.size() < before + most) {
            Shapes.Said next = left.remove(0);
            if (fits(next.shape(), next.shown())) {
                told.add(new Told(next.say(), fact.place()));
            }
        }
    }

    /** Facts that are next to each other are told of in other shapes. */
    private List<Shapes.Said> turned(List<Shapes.Said> all) {
        List<Shapes.Said> turned = new ArrayList<>(all);
        if (!all.isEmpty()) {
            Collections.rotate(turned, -((first + turn) % all.size()));
        }
        return turned;
    }

    /** Whether there are words left for it, and nothing of the kind was said too often; then it is said. */
    boolean fits(String shape, String shown) {
        int more = SPACE.split(shown.strip()).length;
        String key = NO_LETTERS.matcher(shown.toLowerCase(Locale.ROOT)).replaceAll(" ");
        boolean fits = more <= words && shapes.getOrDefault(shape, 0) < OF_A_SHAPE && said.add(key);
        if (fits) {
            words -= more;
            shapes.merge(shape, 1, Integer::sum);
        }
        return fits;
    }
}
