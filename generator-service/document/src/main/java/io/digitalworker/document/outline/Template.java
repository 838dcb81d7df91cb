package io.digitalworker.document.outline;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An outline as its file has it.
 *
 * @param words that the narrative keeps to; 0 for no limit
 * @param before content of the section that the sections of an addition stand before; null for a file that
 *     is a whole outline
 */
record Template(
        @JsonProperty(value = "title", required = true) String title,
        @JsonProperty("words") int words,
        @JsonProperty("before") @Nullable String before,
        @JsonProperty(value = "sections", required = true) List<Section> sections) {
    Template {
        Objects.requireNonNull(title, "title");
        sections = List.copyOf(sections);
    }

    /** The outline of a document in a scenario. */
    static Template read(String document, String scenario) {
        String own = own(document, scenario);
        if (Template.class.getResource(own) == null) {
            return read(general(document));
        }
        Template template = read(own);
        return template.before() == null ? template : template.within(read(general(document)));
    }

    /** The files that it is read from. */
    static Stream<String> files(String document, String scenario) {
        String own = own(document, scenario);
        if (Template.class.getResource(own) == null) {
            return Stream.of(general(document));
        }
        return read(own).before() == null ? Stream.of(own) : Stream.of(general(document), own);
    }

    private static String general(String document) {
        return "/outline/" + document + ".json";
    }

    private static String own(String document, String scenario) {
        return "/outline/" + scenario + "/" + document + ".json";
    }

    /** The other with the sections of this one; at the end if it has no such section. */
    private Template within(Template other) {
        List<Section> all = new ArrayList<>(other.sections());
        int at = 0;
        while (at < all.size() && !all.get(at).content().equals(before)) {
            at++;
        }
        all.addAll(at, sections);
        return new Template(other.title(), other.words(), null, all);
    }

    private static Template read(String resource) {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            Objects.requireNonNull(in, resource + " is not on the class path");
            return new ObjectMapper().readValue(in, Template.class);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
