package io.digitalworker.facts.planted;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Secrets of known shapes, by chance. */
final class MadeUp {
    static final String HEX = "0123456789abcdef";
    static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String DIGITS = "0123456789";
    static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    static final String LETTERS = CAPITALS + SMALL + DIGITS;
    static final String URL = LETTERS + "_-";
    private static final String[] WORDS = {
        "Autumn", "river", "Falcon", "tulip", "Copper", "meadow", "Orbit", "velvet", "Harbor",
        "pepper"
    };

    private final Random random;

    MadeUp(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** As many of the letters. */
    String of(int length, String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    String base64(int bytes) {
        byte[] all = new byte[bytes];
        random.nextBytes(all);
        return Base64.getEncoder().encodeToString(all);
    }

    String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As people choose them: a word or two, digits, a sign. */
    String password() {
        String word = WORDS[random.nextInt(WORDS.length)];
        String other = WORDS[random.nextInt(WORDS.length)];
        return switch (random.nextInt(5)) {
            case 0 -> word + (1960 + random.nextInt(60)) + "!";
            case 1 -> word + "-" + other + "-" + random.nextInt(100);
            case 2 -> "P@" + word.toLowerCase(java.util.Locale.ROOT) + random.nextInt(1000);
            case 3 -> of(12, LETTERS + "!@#%^*+");
            default -> word + "_" + other + random.nextInt(10);
        };
    }

    /** A signed token of three parts. */
    String jsonWebToken() {
        String head = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}").replace("=", "");
        String body = base64("{\"sub\":\"" + of(8, DIGITS) + "\",\"role\":\"admin\"}");
        return head + "." + body.replace("=", "") + "." + of(43, URL);
    }
}
