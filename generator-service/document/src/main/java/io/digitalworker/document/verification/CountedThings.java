package io.digitalworker.document.verification;

import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a number is said of what it counts: {@code counted-things.txt} has, by the words in the id of a
 * count, the nouns that may stand next to it.
 */
final class CountedThings {
    static final CountedThings STANDARD = new CountedThings();
    private static final int NEAR = 6;

    private final Map<String, Set<String>> nouns = new HashMap<>();
    private final Set<String> all = new HashSet<>();

    private CountedThings() {
        Stems stems = new Stems();
        for (String line : WordList.lines("counted-things.txt")) {
            String[] sides = line.split(":", 2);
            nouns.put(sides[0].trim(), new HashSet<>(stems.in(sides[1])));
        }
        nouns.values().forEach(all::addAll);
    }

    /** Whether a number of the sentence stands by what another would count. */
    boolean misread(Told told, Stems stems) {
        for (int i = 0; i < told.spans().size(); i++) {
            if (told.spans().get(i) instanceof Span.Mention mention
                    && mention.kind() == MentionKind.COUNT
                    && misread(told, i, mention.id(), stems)) {
                return true;
            }
        }
        return false;
    }

    private boolean misread(Told told, int at, String id, Stems stems) {
        Set<String> own = own(id);
        List<String> after =
                stems.in(words(told.spans().subList(at + 1, told.spans().size()))).stream()
                        .limit(NEAR)
                        .toList();
        List<String> before = stems.in(words(told.spans().subList(0, at)));
        Optional<String> noun =
                after.stream()
                        .filter(all::contains)
                        .findFirst()
                        .or(() -> before.stream().filter(all::contains).reduce((a, b) -> b));
        return noun.filter(own::contains).isEmpty() || leavesOutCondition(told, id);
    }

    private static String words(List<Span> spans) {
        StringBuilder words = new StringBuilder();
        for (Span span : spans) {
            words.append(span instanceof Span.Text ? span.shown() : " ");
        }
        return words.toString();
    }

    /** What is counted of a kind under a condition is not all of the kind. */
    private static boolean leavesOutCondition(Told told, String id) {
        int equals = id.lastIndexOf('=');
        return equals > id.lastIndexOf('/')
                && id.split("/", -1).length > 3
                && !told.sentence().shown().contains(id.substring(equals + 1));
    }

    private Set<String> own(String id) {
        Set<String> own = new HashSet<>();
        String known = id.startsWith("size/") ? id.substring(5).split("/", 2)[0] : id;
        for (String part : known.split("[/.]")) {
            own.addAll(nouns.getOrDefault(part, Set.of()));
        }
        return own;
    }
}
