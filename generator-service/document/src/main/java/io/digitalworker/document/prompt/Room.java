package io.digitalworker.document.prompt;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is left of a number of tokens while a text is put together. */
final class Room {
    private final double charsPerToken;
    private final double all;
    private double left;

    Room(double tokens, double charsPerToken) {
        this.charsPerToken = charsPerToken;
        this.all = Math.max(0, tokens);
        this.left = all;
    }

    /** Takes the room of a piece as a whole, or nothing. */
    boolean take(String piece) {
        return take(Tokens.of(piece, charsPerToken));
    }

    /** Takes so many tokens, or none. */
    boolean take(double tokens) {
        if (tokens > left) {
            return false;
        }
        left -= tokens;
        return true;
    }

    /** Takes the room of all lines, or nothing; the lines as one text. */
    Optional<String> all(Stream<String> lines) {
        Room within = share(1);
        StringBuilder text = new StringBuilder();
        boolean fits =
                lines.allMatch(
                        line -> {
                            text.append(line);
                            return within.take(line);
                        });
        if (fits) {
            takeAll(within);
        }
        return fits ? Optional.of(text.toString()) : Optional.empty();
    }

    /** Takes the room of the first lines, as many as fit; these as one text. */
    String first(Stream<String> lines) {
        return lines.takeWhile(this::take).collect(Collectors.joining());
    }

    /** A share of all there was, as far as it is still there; what it takes has to be {@link #takeAll taken}. */
    Room share(double share) {
        return new Room(Math.min(all * share, left), charsPerToken);
    }

    /** A part of what is left, to be {@link #takeAll taken} as a share is. */
    Room part(double ofLeft) {
        return new Room(left * ofLeft, charsPerToken);
    }

    /** Takes what a share was used for. */
    void takeAll(Room share) {
        left -= share.used();
    }

    double used() {
        return all - left;
    }

    double left() {
        return left;
    }
}
