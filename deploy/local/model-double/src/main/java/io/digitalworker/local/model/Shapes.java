package io.digitalworker.local.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/** True sentences by kind of fact, with holes for what the fact names: {@code answer/shapes.txt}. */
final class Shapes {
    static final String THERE = "There is %s.";
    static final Shapes STANDARD = new Shapes(lines("/answer/shapes.txt"));

    private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z.\\[\\]]+)\\}");

    /** Longer values are read as code and are not said. */
    private static final int LONGEST = 100;

    private final Map<String, List<String>> byKind = new HashMap<>();

    /**
     * A sentence.
     *
     * @param shape that it has
     * @param say with handles
     * @param shown with what stands for the handles
     */
    record Said(String shape, String say, String shown) {}

    private Shapes(List<String> lines) {
        for (String line : lines) {
            String[] sides = line.split(": ", 2);
            byKind.computeIfAbsent(sides[0], any -> new ArrayList<>()).add(sides[1]);
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Shapes.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
            return text.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** All that can be said of a fact, the first entries of its lists first. */
    List<Said> of(ListedFact fact) {
        List<String> shapes = new ArrayList<>(byKind.getOrDefault(fact.kind(), List.of()));
        byKind.forEach(
                (kind, more) -> {
                    String[] sides = kind.split("/", 2);
                    if (sides.length > 1 && sides[0].equals(fact.kind()) && fact.has(sides[1])) {
                        shapes.addAll(more);
                    }
                });
        List<Said> said = new ArrayList<>();
        int before = -1;
        for (int entry = 1; said.size() > before; entry++) {
            before = said.size();
            for (String shape : shapes) {
                if (entry == 1 || shape.contains("[]")) {
                    filled(shape, fact, entry).ifPresent(said::add);
                }
            }
        }
        return said.isEmpty() ? List.of(there(fact)) : said;
    }

    /** What can be said of anything. */
    private static Said there(ListedFact fact) {
        String name = fact.parts().values().stream().findFirst().orElse("");
        return new Said(THERE, THERE.formatted("{" + fact.handle() + "}"), THERE.formatted(name));
    }

    private static Optional<Said> filled(String shape, ListedFact fact, int entry) {
        StringBuilder say = new StringBuilder();
        StringBuilder shown = new StringBuilder();
        int end = 0;
        Matcher holes = HOLE.matcher(shape);
        for (MatchResult hole : holes.results().toList()) {
            String path = hole.group(1).replace("[]", "[" + entry + "]");
            String value = fact.parts().getOrDefault(path, "");
            if (value.isBlank() || value.length() > LONGEST || value.split("\\s+").length > 6) {
                return Optional.empty();
            }
            String words = shape.substring(end, hole.start());
            say.append(words)
                    .append('{')
                    .append(fact.handle())
                    .append('.')
                    .append(path)
                    .append('}');
            shown.append(words).append(value);
            end = hole.end();
        }
        String rest = shape.substring(end);
        return Optional.of(new Said(shape, say + rest, shown + rest));
    }
}
