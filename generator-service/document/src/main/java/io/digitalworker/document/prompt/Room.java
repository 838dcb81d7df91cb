package io.digitalworker.document.prompt;

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

    /** A share of all there was, as far as it is still there; what it takes has to be {@link #takeAll taken}. */
    Room share(double share) {
        return new Room(Math.min(all * share, left), charsPerToken);
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
