package io.digitalworker.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The ids that {@code options.sections} may name: of documents, by scenario and detail. */
public final class SectionNames {
    /** From the least to the most. */
    private static final List<String> DETAILS = List.of("overview", "standard", "comprehensive");

    private static final Properties SECTIONS = read();

    private SectionNames() {}

    /**
     * The sections of a document, in their order.
     *
     * @throws IllegalArgumentException if there is no such document or scenario
     */
    public static List<String> of(String document, String scenario, String detail) {
        String sections = SECTIONS.getProperty(document + "." + scenario);
        if (sections == null) {
            throw new IllegalArgumentException("no sections of " + document + ", " + scenario);
        }
        int told = DETAILS.indexOf(detail);
        return Stream.of(sections.split(" +"))
                .map(section -> section.split("@"))
                .filter(section -> section.length == 1 || DETAILS.indexOf(section[1]) <= told)
                .map(section -> section[0])
                .toList();
    }

    /**
     * What is wrong with the sections asked for, naming those that there are; empty when every one is known
     * and every document has one.
     *
     * @param options whose documents, scenario and detail are known
     */
    static List<FieldError> faults(Options options) {
        List<String> wanted = options.sections();
        TreeSet<String> known = new TreeSet<>();
        options.documents().forEach(document -> known.addAll(of(document, options)));
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!known.contains(wanted.get(i))) {
                String message = "is no section here: use any of " + String.join(", ", known);
                faults.add(new FieldError("sections[" + i + "]", message));
            }
        }
        for (int i = 0; i < options.documents().size(); i++) {
            List<String> own = of(options.documents().get(i), options);
            if (!wanted.isEmpty() && own.stream().noneMatch(wanted::contains)) {
                String names = String.join(", ", own);
                String message = "has none of the sections asked for: it has " + names;
                faults.add(new FieldError("documents[" + i + "]", message));
            }
        }
        return faults;
    }

    private static List<String> of(String document, Options options) {
        return of(
                document,
                Objects.requireNonNull(options.scenario()),
                Objects.requireNonNull(options.detail()));
    }

    private static Properties read() {
        Properties sections = new Properties();
        try (InputStream in = SectionNames.class.getResourceAsStream("/sections.properties")) {
            Objects.requireNonNull(in, "/sections.properties is not on the class path");
            sections.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("/sections.properties cannot be read", e);
        }
        return sections;
    }
}
