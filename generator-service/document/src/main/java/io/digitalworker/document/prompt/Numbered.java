package io.digitalworker.document.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Things with handles of one letter and a number from 1, in the order in which they came. */
final class Numbered<T> {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private final String letter;
    private final List<T> things;
    private final Map<T, Integer> numbers;

    Numbered(String letter) {
        this.letter = letter;
        this.things = new ArrayList<>();
        this.numbers = new HashMap<>();
    }

    /** The same things under the same handles, to which others may be added. */
    Numbered(Numbered<T> of) {
        this.letter = of.letter;
        this.things = new ArrayList<>(of.things);
        this.numbers = new HashMap<>(of.numbers);
    }

    /** The handle of a thing, which gets one if it has none. */
    String add(T thing) {
        Integer number = numbers.get(thing);
        if (number == null) {
            things.add(thing);
            number = things.size();
            numbers.put(thing, number);
        }
        return letter + number;
    }

    Optional<String> find(T thing) {
        return Optional.ofNullable(numbers.get(thing)).map(number -> letter + number);
    }

    /** What a handle stands for; empty for a handle of another kind or of nothing. */
    Optional<T> of(String handle) {
        if (!handle.startsWith(letter)
                || !NUMBER.matcher(handle.substring(letter.length())).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(handle.substring(letter.length()));
        return number <= things.size() ? Optional.of(things.get(number - 1)) : Optional.empty();
    }

    /** In their order. */
    List<T> all() {
        return things;
    }

    int size() {
        return things.size();
    }
}
