package io.digitalworker.document.outline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.Options;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The sections of a document, in their order. An outline is a file, {@code /outline/<document>.json}.
 *
 * @param document {@code srs}; also the name of the document's files
 * @param membersPerFeature how many members a feature's table holds at most
 */
public record Outline(String document, int membersPerFeature, List<Section> sections) {
    private static final TypeReference<List<Section>> SECTIONS = new TypeReference<>() {};

    public Outline {
        sections = List.copyOf(sections);
        Set<String> ids = new HashSet<>();
        for (Section section : sections) {
            if (!ids.add(section.id())) {
                throw new IllegalArgumentException(document + " has two sections " + section.id());
            }
        }
    }

    /**
     * The outline of the first document asked for.
     *
     * @throws IllegalArgumentException for options with {@linkplain Options#faults() faults}
     */
    public static Outline of(Options options) {
        if (!options.faults().isEmpty()) {
            throw new IllegalArgumentException("options have faults: " + options.faults());
        }
        String document = options.documents().get(0);
        return new Outline(
                document,
                membersPerFeature(Objects.requireNonNull(options.detail())),
                read(document));
    }

    private static int membersPerFeature(String detail) {
        return switch (detail) {
            case "overview" -> 4;
            case "comprehensive" -> 16;
            default -> 8;
        };
    }

    private static List<Section> read(String document) {
        String resource = "/outline/" + document + ".json";
        try (InputStream in = Outline.class.getResourceAsStream(resource)) {
            Objects.requireNonNull(in, resource + " is not on the class path");
            return new ObjectMapper().readValue(in, SECTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
