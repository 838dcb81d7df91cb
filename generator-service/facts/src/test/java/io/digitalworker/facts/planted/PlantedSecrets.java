package io.digitalworker.facts.planted;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Ten secrets of each kind, each in a file as people write them, in many languages. The same seed gives the
 * same files. The kinds and their places are {@link Places}; what a secret looks like is {@link MadeUp}.
 *
 * @param files by path, UTF-8
 */
public record PlantedSecrets(Map<String, byte[]> files, List<Planted> planted) {
    private static final int EACH = 10;

    public PlantedSecrets {
        planted = List.copyOf(planted);
    }

    /**
     * A kind of secret.
     *
     * @param secret makes one
     * @param places where it may stand: a path, a bar, and the file with {@code @@} for the secret; used in
     *     turn
     */
    record Kind(String name, Function<MadeUp, String> secret, List<String> places) {}

    /** The files by a seed. */
    public static PlantedSecrets of(long seed) {
        MadeUp madeUp = new MadeUp(new Random(seed));
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<Planted> planted = new ArrayList<>();
        for (Kind kind : Places.kinds()) {
            for (int i = 0; i < EACH; i++) {
                plant(kind, i, madeUp, files, planted);
            }
        }
        return new PlantedSecrets(files, planted);
    }

    private static void plant(
            Kind kind,
            int number,
            MadeUp madeUp,
            Map<String, byte[]> files,
            List<Planted> planted) {
        String place = kind.places().get(number % kind.places().size());
        int bar = place.indexOf('|');
        String path = kind.name() + "/" + number + "/" + place.substring(0, bar);
        String secret = kind.secret().apply(madeUp);
        String text = place.substring(bar + 1).replace("@@", secret).replace("##", "" + number);
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        planted.add(new Planted(kind.name(), path, secret));
    }
}
