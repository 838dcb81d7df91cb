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
        Set<String> kinds,
        Pattern of,
        boolean shared,
        boolean only) {
    private static final Path TABLE = Path.of("src/test/resources/registrations/families.txt");

    /** Of {@code registrations/families.txt}, in its order. */
    static List<Family> all() {
        try {
            return read(Files.readAllLines(TABLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Family of(Map<String, String> cells) {
        String facts = cells.getOrDefault("facts", "");
        return new Family(
                cells.getOrDefault("family", "a family without a name"),
                Pattern.compile(cells.getOrDefault("files", "")),
                Pattern.compile(cells.getOrDefault("holding", "")),
                cells.getOrDefault("quotes", "blank").equals("kept"),
                Pattern.compile(cells.getOrDefault("text", ""), Pattern.MULTILINE),
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
