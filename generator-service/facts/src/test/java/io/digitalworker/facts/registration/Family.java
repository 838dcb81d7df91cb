package io.digitalworker.facts.registration;

import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Unresolved;
import io.digitalworker.facts.fixture.FactLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One way of registering something, as plain text shows it.
 *
 * @param name such as {@code aspnet: minimal APIs}
 * @param files pattern of paths
 * @param holding what a file must hold somewhere, comments and quotes included
 * @param quotes whether {@code text} sees what stands within quotes
 * @param text the registration, where comments are blank; it stands where its group {@code at} begins, if
 *     it has one. If it has a group {@code name}, a fact of that name or with that handler (whose member
 *     is {@code member}, if there is such a group) stands for it wherever it is
 * @param except what makes the text none at its place, where quotes stay
 * @param alias gives something of group {@code name} the further name {@code alias}
 * @param through a function {@code wrapper} that hands its parameter on to the text {@code at}: not that
 *     text, but each call of the function registers
 * @param kinds of facts that it gives, as in {@code expected.facts}
 * @param of frameworks that such facts name
 * @param shared whether several such texts may give one fact; otherwise each has one of its own
 * @param only whether these frameworks' facts of these kinds come from texts of the table alone
 */
record Family(
        String name,
        Pattern files,
        Pattern holding,
        boolean quotes,
        Pattern text,
        Pattern except,
        Pattern alias,
        Pattern through,
        Set<String> kinds,
        Pattern of,
        boolean shared,
        boolean only) {
    private static final Path TABLE = Path.of("src/test/resources/registrations/families.txt");

    private static final String NOTHING = "(?!)";

    /** Of {@code registrations/families.txt}, in its order. */
    static List<Family> all() {
        try {
            return read(Files.readAllLines(TABLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of this name. */
    static Family of(String name) {
        return all().stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Family> read(List<String> lines) {
        List<Family> families = new ArrayList<>();
        Map<String, String> cells = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (line.isBlank() && !cells.isEmpty()) {
                families.add(of(cells));
                cells.clear();
            } else if (colon > 0 && !line.startsWith("#")) {
                cells.put(line.substring(0, colon), line.substring(colon + 2).strip());
            }
        }
        if (!cells.isEmpty()) {
            families.add(of(cells));
        }
        return families;
    }

    /** The same, with calls of these functions as further texts. */
    Family calling(Set<String> functions) {
        if (functions.isEmpty()) {
            return this;
        }
        String calls = "\\.\\s*(?:" + String.join("|", functions) + ")\\s*[<(]";
        Pattern all = Pattern.compile(text.pattern() + "|" + calls, Pattern.MULTILINE);
        return new Family(
                name, files, holding, quotes, all, except, alias, through, kinds, of, shared, only);
    }

    private static Pattern orNone(Map<String, String> cells, String cell) {
        return Pattern.compile(cells.getOrDefault(cell, NOTHING), Pattern.MULTILINE);
    }

    private static Family of(Map<String, String> cells) {
        String facts = cells.getOrDefault("facts", "");
        return new Family(
                cells.getOrDefault("family", "a family without a name"),
                Pattern.compile(cells.getOrDefault("files", "")),
                Pattern.compile(cells.getOrDefault("holding", "")),
                cells.getOrDefault("quotes", "blank").equals("kept"),
                Pattern.compile(cells.getOrDefault("text", ""), Pattern.MULTILINE),
                orNone(cells, "except"),
                orNone(cells, "alias"),
                orNone(cells, "through"),
                Set.of(facts.split(", ", -1)),
                Pattern.compile(cells.getOrDefault("of", ".*")),
                cells.getOrDefault("each", "own").equals("shared"),
                cells.getOrDefault("only", "no").equals("yes"));
    }

    boolean has(String group) {
        return text.pattern().contains("(?<" + group + ">");
    }

    /** Whether such a text can give such a fact, or be reported in its stead. */
    boolean gives(Fact fact) {
        return fact instanceof Unresolved unresolved
                ? kinds.contains(unresolved.kind())
                : isOf(fact);
    }

    boolean isOf(Fact fact) {
        return kinds.contains(FactLines.kind(fact))
                && of.matcher(Components.framework(fact)).matches();
    }
}
