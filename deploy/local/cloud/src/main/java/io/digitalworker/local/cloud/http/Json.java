package io.digitalworker.local.cloud.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** JSON trees as the AWS protocols use them. */
public final class Json {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(32 << 20).build());
    }

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Reads one object; anything else is a SerializationException, as AWS calls it. */
    public static ObjectNode readObject(byte[] text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException malformed) {
            throw notJson();
        }
        throw notJson();
    }

    private static AwsFault notJson() {
        return new AwsFault(400, "SerializationException", "The request body is not a JSON object");
    }

    /** The tree, or null if the text is not JSON. */
    public static @Nullable JsonNode tryRead(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            return null;
        }
    }

    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record as a stored value. */
    public static byte[] store(Record value) {
        return bytes(MAPPER.valueToTree(value));
    }

    /** A record from what {@link #store} has made. */
    public static <T extends Record> T restore(byte[] stored, Class<T> type) {
        try {
            return MAPPER.readValue(stored, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a member, or null if it is absent. */
    public static @Nullable String text(JsonNode object, String member) {
        JsonNode value = object.get(member);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** The text of a member that must be there. */
    public static String requiredText(JsonNode object, String member) {
        String value = text(object, member);
        if (value == null || value.isEmpty()) {
            throw AwsFault.validation("The parameter '" + member + "' is required but was missing");
        }
        return value;
    }
}
