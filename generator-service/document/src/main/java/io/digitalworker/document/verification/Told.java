package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence as it reads: pieces of text that stand next to each other are one.
 *
 * @param spans no two texts in a row
 */
record Told(Sentence sentence, List<Span> spans) {
    private static final Pattern OPENING =
            Pattern.compile(
                    "(?:Through|By|Via|For|On|In|At|From|With|After|Before|To|Using|Behind|Within|Inside|As|Given|"
                            + "Under|Over|Besides|Among|Beside|Upon) (?:[a-z]+ ){0,4}\"?");

    static Told of(Sentence sentence) {
        List<Span> spans = new ArrayList<>();
        for (Span span : sentence.spans()) {
            int last = spans.size() - 1;
            if (span instanceof Span.Text && last >= 0 && spans.get(last) instanceof Span.Text) {
                spans.set(last, new Span.Text(spans.get(last).shown() + span.shown()));
            } else {
                spans.add(span);
            }
        }
        return new Told(sentence, List.copyOf(spans));
    }

    /**
     * The sentence with marks in place of commas that list nothing: the one behind an opening such as {@code
     * Through X, Y …}, and the one of {@code … X, and Y …} with no list before it.
     */
    Told withClauses() {
        List<Span> marked = new ArrayList<>(spans);
        for (int i = 1; i + 1 < spans.size(); i++) {
            String words = spans.get(i).shown();
            boolean between =
                    spans.get(i) instanceof Span.Text
                            && spans.get(i - 1) instanceof Span.Mention
                            && spans.get(i + 1) instanceof Span.Mention;
            boolean opening =
                    i == 2 && words.equals(", ") && OPENING.matcher(spans.get(0).shown()).matches();
            boolean list = i > 2 && spans.get(i - 2).shown().matches("\\s*,\\s*");
            if (between && opening) {
                marked.set(i, new Span.Text(" – "));
            } else if (between && !list && words.matches(", and (?:the )?")) {
                marked.set(i, new Span.Text("; " + words.substring(2)));
            }
        }
        return new Told(
                new Sentence(marked, sentence.claimClass(), sentence.evidence()),
                List.copyOf(marked));
    }

    /** The writer's own words, piece by piece. */
    List<String> texts() {
        return spans.stream().filter(Span.Text.class::isInstance).map(Span::shown).toList();
    }

    /** The writer's own words, one by one. */
    List<String> words() {
        return texts().stream().flatMap(text -> Words.in(text).stream()).toList();
    }

    Stream<Span.Mention> mentions() {
        return spans.stream().filter(Span.Mention.class::isInstance).map(Span.Mention.class::cast);
    }

    List<Named> names() {
        return Named.in(sentence).toList();
    }

    /** The lines that it cites or whose names it tells. */
    List<Place> places() {
        Stream<Place> cited =
                sentence.evidence().stream().flatMap(place -> Place.of(place).stream());
        Stream<Place> named = names().stream().flatMap(name -> name.place().stream());
        return Stream.concat(cited, named).distinct().toList();
    }
}
