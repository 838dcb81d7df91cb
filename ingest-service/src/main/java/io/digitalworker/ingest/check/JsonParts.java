package io.digitalworker.ingest.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.digitalworker.api.FieldError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a JSON object, each as it was written: so that a descriptor inside a larger object meets
 * the same reader, limits and codes as one that comes by itself. {@code null} is the same as absence.
 */
public final class JsonParts {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(16).build())
                    .build();

    private final Map<String, String> parts;
    private final List<FieldError> faults;

    private JsonParts(Map<String, String> parts, List<FieldError> faults) {
        this.parts = parts;
        this.faults = faults;
    }

    /**
     * The one object that the bytes hold; absent if they hold anything else.
     *
     * @param names that the object may have
     */
    public static Optional<JsonParts> of(byte[] utf8, String... names) {
        try {
            return of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString(),
                    names);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonParts> of(String json, String... names) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            JsonParts read = read(parser, json, List.of(names));
            return parser.nextToken() == null ? Optional.of(read) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // its message shows what was sent
        }
    }

    private static JsonParts read(JsonParser parser, String json, List<String> names)
            throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        List<FieldError> faults = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            String part = part(parser, json);
            if (!names.contains(name)) {
                faults.add(new FieldError(Fields.at("", name), "is not a field of this object"));
            } else if (parts.put(name, part) != null) {
                faults.add(new FieldError(name, "stands there twice"));
            }
        }
        parts.values().removeIf("null"::equals);
        return new JsonParts(parts, faults);
    }

    private static String part(JsonParser parser, String json) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        int to = (int) parser.currentLocation().getCharOffset();
        return json.substring(from, to);
    }

    /** Names that are not allowed, or stand there twice, and what was found since. */
    public List<FieldError> faults() {
        return List.copyOf(faults);
    }

    /** JSON in UTF-8. */
    public Optional<byte[]> raw(String name) {
        return Optional.ofNullable(parts.get(name))
                .map(part -> part.getBytes(StandardCharsets.UTF_8));
    }

    /** A text; absent, with a fault, if it is of another type. */
    public Optional<String> text(String name) {
        String part = parts.get(name);
        if (part == null) {
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(part)) {
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                return Optional.of(parser.getText());
            }
        } catch (IOException e) {
            throw new IllegalStateException("what was read once can be read again", e);
        }
        faults.add(new FieldError(name, "must be a text"));
        return Optional.empty();
    }

    /** The elements of a list, each as JSON in UTF-8; empty, with a fault, if it is of another type. */
    public List<byte[]> elements(String name) {
        String part = parts.get(name);
        if (part == null) {
            return List.of();
        }
        List<byte[]> elements = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(part)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                faults.add(new FieldError(name, "must be a list"));
                return List.of();
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(part(parser, part).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException("what was read once can be read again", e);
        }
        return elements;
    }
}
