package io.digitalworker.document.verification;

import io.digitalworker.facts.fact.FactKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The words that rules are made of. */
class VocabularyTest {
    private static final Stems STEMS = new Stems();
    private static final Set<String> KINDS =
            Stream.of(FactKind.values()).map(FactKind::array).collect(Collectors.toSet());

    @Test
    void plainEnglishPassesNoJudgement() {
        Set<String> judgements = stems("judgement-words.txt");
        for (String name : List.of("vocabulary.txt", "kind-words.txt", "function-words.txt")) {
            Set<String> words = stems(name);
            words.retainAll(judgements);
            assertThat(words)
                    .as("words of " + name + " that share a stem with a judgement")
                    .isEmpty();
        }
    }

    @Test
    void wordsThatTellSomethingAreNotPlain() {
        Set<String> telling = new HashSet<>();
        WordList.lines("telling-words.txt")
                .forEach(line -> telling.addAll(STEMS.in(line.split("=")[0])));
        Set<String> words = stems("vocabulary.txt");
        words.retainAll(telling);
        assertThat(words).as("stems of vocabulary.txt and telling-words.txt").isEmpty();
    }

    @Test
    void plainEnglishHasNoNumbers() {
        assertThat(stems("vocabulary.txt"))
                .doesNotContain("two", "three", "ten", "dozen", "hundr", "twice", "half", "zero");
    }

    @Test
    void thereIsEnoughOfIt() {
        assertThat(stems("vocabulary.txt")).hasSizeGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ties.txt", "kind-words.txt", "counted-things.txt"})
    void kindsOfFactsAreThoseThatThereAre(String name) {
        List<String> unknown = new ArrayList<>();
        for (String line : WordList.lines(name)) {
            String kind = line.split("[:/]", 2)[0];
            boolean known = KINDS.contains(kind) || !kind.equals(kind.strip());
            if (!known && name.equals("ties.txt") && !kind.equals("within")) {
                unknown.add(line);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void partsOfFactsAreThoseThatThereAre() {
        List<String> unknown = new ArrayList<>();
        for (String line : WordList.lines("ties.txt")) {
            String[] sides = line.split(":", 3);
            String kind = sides[0].split("/")[0];
            for (String part : sides[1].replace("->", " ").strip().split("\\s+")) {
                if (KINDS.contains(kind) && !component(kind, part.split("\\.")[0])) {
                    unknown.add(kind + "." + part);
                }
            }
        }
        for (String line : WordList.lines("spoken-kinds.txt")) {
            for (String part : line.split(":", 2)[1].strip().split("\\s+")) {
                String[] names = part.split("\\.");
                boolean known = part.equals("type") || part.equals("member");
                if (!known && !(KINDS.contains(names[0]) && component(names[0], names[1]))) {
                    unknown.add(part);
                }
            }
        }
        assertThat(unknown).as("parts that no fact has").isEmpty();
    }

    private static boolean component(String kind, String name) {
        return name.equals(Part.ADDRESS)
                || Stream.of(FactKind.values())
                        .filter(each -> each.array().equals(kind))
                        .flatMap(each -> Stream.of(each.type().getRecordComponents()))
                        .anyMatch(component -> component.getName().equals(name));
    }

    private static Set<String> stems(String name) {
        Set<String> stems = new HashSet<>();
        for (String line : WordList.lines(name)) {
            stems.addAll(STEMS.in(line.substring(line.indexOf(':') + 1)));
        }
        return stems;
    }
}
