package io.digitalworker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.Schemas;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The records that the service writes and reads, against the schemas of the contract. */
class BodiesTest {
    private static final OpenApi API = OpenApi.read();

    /** Read part by part, so no record: tests of ingest compare their fields. */
    private static final Set<String> IN_PARTS =
            Set.of("SubmissionForm", "Submission", "BatchRequest", "BatchSubmission");

    static List<String> schemas() {
        List<String> names = new ArrayList<>();
        API.document()
                .at("/components/schemas")
                .properties()
                .forEach(
                        schema -> {
                            boolean body = schema.getValue().has("properties");
                            if (body && !IN_PARTS.contains(schema.getKey())) {
                                names.add(schema.getKey());
                            }
                        });
        return names;
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void describesEveryFieldOfItsRecord(String schema) {
        Class<?> record = find(schema);
        assertThat(record).as("a record for the schema " + schema).isNotNull();
        describes(API.component("schemas", schema), record);
    }

    private static void describes(JsonNode schema, Class<?> record) {
        Set<String> described = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(described::add);
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        assertThat(described)
                .as("fields of " + record.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(record.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
        for (RecordComponent field : record.getRecordComponents()) {
            String name = record.getSimpleName() + "." + field.getName();
            JsonNode type = API.resolve(schema.get("properties").get(field.getName()));
            if (!isRead(schema)) {
                assertThat(required.contains(field.getName()))
                        .as(name + " is required, as it is never null")
                        .isEqualTo(!isNullable(field));
            }
            follows(name, type, field.getGenericType());
        }
    }

    /** What is sent to us may lack anything: whether it may is for the checks to say. */
    private static boolean isRead(JsonNode schema) {
        return schema.has("additionalProperties");
    }

    private static boolean isNullable(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void follows(String name, JsonNode schema, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            assertThat(schema.path("type").asText()).as(name).isEqualTo("array");
            follows(
                    name + "[]",
                    API.resolve(schema.get("items")),
                    list.getActualTypeArguments()[0]);
        } else if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            assertThat(schema.path("type").asText()).as(name).isEqualTo("object");
            follows(
                    name + "{}",
                    schema.get("additionalProperties"),
                    map.getActualTypeArguments()[1]);
        } else if (type instanceof Class<?> known && known.isRecord()) {
            describes(schema, known);
        } else if (type instanceof Class<?> known && known.isEnum()) {
            assertThat(schema.path("enum")).as(name).isEqualTo(constants(known));
        } else {
            assertThat(simple(schema)).as(name + ": " + schema).isEqualTo(simple(type));
        }
    }

    private static JsonNode constants(Class<?> type) {
        return Schemas.JSON.valueToTree(type.getEnumConstants());
    }

    /** The JSON type; texts may be closed lists. */
    private static String simple(JsonNode schema) {
        if (schema.has("enum") || schema.has("const")) {
            return "string";
        }
        boolean time = schema.path("format").asText().equals("date-time");
        return time ? "date-time" : schema.path("type").asText();
    }

    private static String simple(Type type) {
        if (type == String.class || type == URI.class) {
            return "string";
        }
        if (type == Instant.class) {
            return "date-time";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        boolean decimal = type == BigDecimal.class || type == double.class;
        boolean whole =
                type == int.class
                        || type == long.class
                        || type == Integer.class
                        || type == Long.class;
        return decimal ? "number" : whole ? "integer" : "object";
    }

    /** The record of that name, at the top or in another. */
    private static @Nullable Class<?> find(String name) {
        for (String prefix :
                List.of(
                        "",
                        "JobStatusView$",
                        "JobList$",
                        "BatchView$",
                        "Settings$",
                        "WebhookSecretView$")) {
            try {
                return Class.forName("io.digitalworker.api." + prefix + name);
            } catch (ClassNotFoundException elsewhere) {
                continue;
            }
        }
        return null;
    }
}
