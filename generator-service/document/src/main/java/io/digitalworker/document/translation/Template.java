package io.digitalworker.document.translation;

import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a sentence with numbered places for what it mentions and quotes, such as {@code {1} returns
 * {2}.}. Mentions that are only joined, as in a list, share a place.
 *
 * @param key the words, without white space around them
 * @param places what stands at {@code {1}}, {@code {2}} …
 * @param before white space left out of the key at its start
 * @param after white space left out of the key at its end
 */
record Template(String key, List<List<Span>> places, String before, String after) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    /** What may stand between the items of a list. */
    static final Set<String> JOINS = Set.of(", ", " and ", " or ", ", and ", ", or ", "; ");

    Template {
        places = places.stream().map(List::copyOf).toList();
    }

    /** A place in words: its number, and where it stands. */
    record Place(int number, int start, int end) {}

    /** Of a sentence; empty if its own words have what looks like a place. */
    static Optional<Template> of(List<Span> sentence) {
        StringBuilder key = new StringBuilder();
        List<List<Span>> places = new ArrayList<>();
        List<Span> spans = merged(sentence);
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i) instanceof Span.Text text) {
                if (PLACE.matcher(text.shown()).find()) {
                    return Optional.empty();
                }
                key.append(text.shown());
            } else {
                int end = endOfList(spans, i);
                places.add(spans.subList(i, end));
                key.append('{').append(places.size()).append('}');
                i = end - 1;
            }
        }
        String whole = key.toString();
        String before = whole.substring(0, whole.length() - whole.stripLeading().length());
        String after = whole.substring(before.length()).substring(whole.strip().length());
        return Optional.of(new Template(whole.strip(), places, before, after));
    }

    /** Whether there is anything to translate. */
    boolean hasWords() {
        return PLACE.matcher(key).replaceAll("").chars().anyMatch(Character::isLetter);
    }

    /** The pieces of words that a sentence was put together of, each for itself; none if it is of one. */
    static List<Template> pieces(List<Span> sentence) {
        return sentence.stream().map(span -> of(List.of(span))).flatMap(Optional::stream).toList();
    }

    /** The places in words, in their order. */
    static List<Place> placesOf(String words) {
        return PLACE.matcher(words)
                .results()
                .map(at -> new Place(Integer.parseInt(at.group(1)), at.start(), at.end()))
                .toList();
    }

    /** Neighbouring words as one piece. */
    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans) {
            int last = merged.size() - 1;
            if (span instanceof Span.Text
                    && last >= 0
                    && merged.get(last) instanceof Span.Text text) {
                merged.set(last, new Span.Text(text.shown() + span.shown()));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static int endOfList(List<Span> spans, int from) {
        int end = from + 1;
        while (end + 1 < spans.size()
                && JOINS.contains(spans.get(end).shown())
                && !(spans.get(end + 1) instanceof Span.Text)) {
            end += 2;
        }
        return end;
    }
}
