package io.digitalworker.ingest.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.digitalworker.api.FieldError;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON and nothing else (RFC 8259): UTF-8 without faults, no comments, nothing after the value, a
 * few levels deep. A key that comes twice is noted with its path.
 */
final class StrictJson {
    private static final int DEPTH = 12;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                    .build();

    private final JsonParser parser;
    private final List<FieldError> faults = new ArrayList<>();

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /** The one object that the bytes hold; absent if they hold anything else. */
    static Optional<Fields> object(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(text(bytes))) {
            return new StrictJson(parser).whole();
        } catch (IOException e) {
            return Optional.empty(); // its message shows what was sent
        }
    }

    private static Reader text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        boolean marked = text.startsWith(BYTE_ORDER_MARK); // RFC 8259 §8.1 lets readers ignore it
        return new StringReader(marked ? text.substring(1) : text);
    }

    private Optional<Fields> whole() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        Map<String, Object> fields = object("");
        return parser.nextToken() == null
                ? Optional.of(new Fields(fields, "", faults))
                : Optional.empty();
    }

    private Map<String, Object> object(String path) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String at = Fields.at(path, name);
            parser.nextToken();
            Object value = value(at);
            if (fields.containsKey(name)) {
                faults.add(new FieldError(at, "stands there twice"));
            }
            fields.put(name, value);
        }
        return fields;
    }

    private List<Object> array(String path) throws IOException {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(path + "[" + values.size() + "]"));
        }
        return values;
    }

    private Object value(String path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> array(path);
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> Fields.NULL;
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> parser.getNumberValue();
        };
    }
}
