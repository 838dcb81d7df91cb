package io.digitalworker.document.prompt;

/** Parts of a text under titles; a part without text has no title. */
final class Sheet {
    /** Tokens that all titles together make at most. */
    static final int TITLES = 100;

    private final StringBuilder text = new StringBuilder();

    Sheet add(String title, String part) {
        if (!part.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(title).append(":\n").append(part);
        }
        return this;
    }

    /** The text; its last line has an end. */
    String text() {
        return text.isEmpty() ? "(nothing)\n" : text.toString();
    }
}
