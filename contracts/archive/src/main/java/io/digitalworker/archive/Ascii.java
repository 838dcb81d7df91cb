package io.digitalworker.archive;

/** Most paths are ASCII and need neither decoding nor Unicode's normal forms. */
final class Ascii {
    private Ascii() {}

    static boolean isAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
