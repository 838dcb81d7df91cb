package io.digitalworker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A contract as a tree. */
public final class Yaml {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Yaml() {}

    /** A document on the class path, such as {@code /openapi.yaml}. */
    public static JsonNode read(String resource) {
        try (InputStream in = Yaml.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("no resource " + resource);
            }
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not YAML", e);
        }
    }

    /** Every {@code $ref} in the tree. */
    public static List<String> references(JsonNode tree) {
        return new ArrayList<>(tree.findValuesAsText("$ref"));
    }
}
