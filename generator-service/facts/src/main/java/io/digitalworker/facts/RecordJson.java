package io.digitalworker.facts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.source.Evidence;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a fact as an object whose names are those of the record's components, in their order. By hand
 * and not by databind, which costs a cold JVM more than all facts of a large archive cost here.
 */
final class RecordJson {
    private final JsonGenerator json;
    private final Map<Class<?>, Component[]> components = new HashMap<>();

    private record Component(String name, Method accessor) {}

    RecordJson(JsonGenerator json) {
        this.json = json;
    }

    void write(Record value) throws IOException {
        json.writeStartObject();
        for (Component component : components.computeIfAbsent(value.getClass(), this::of)) {
            json.writeFieldName(component.name());
            any(read(component, value));
        }
        json.writeEndObject();
    }

    void evidence(Evidence evidence) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", evidence.path());
        json.writeNumberField("startLine", evidence.startLine());
        json.writeNumberField("endLine", evidence.endLine());
        json.writeStringField("sha256", evidence.sha256());
        json.writeEndObject();
    }

    private Component[] of(Class<?> type) {
        RecordComponent[] all = type.getRecordComponents();
        Component[] found = new Component[all.length];
        for (int i = 0; i < all.length; i++) {
            found[i] = new Component(all[i].getName(), all[i].getAccessor());
        }
        return found;
    }

    private static @Nullable Object read(Component component, Record value) {
        try {
            return component.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(value.getClass() + " is no public record", e);
        }
    }

    private void any(@Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Confidence confidence) {
            json.writeString(confidence.key());
        } else if (value instanceof Evidence evidence) {
            evidence(evidence);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Record inner) {
            write(inner);
        } else if (value instanceof Iterable<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else {
            throw new IllegalStateException("no JSON is defined for " + value.getClass());
        }
    }

    private void list(Iterable<?> list) throws IOException {
        json.writeStartArray();
        for (Object value : list) {
            any(value);
        }
        json.writeEndArray();
    }

    private void map(Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(String.valueOf(entry.getKey()));
            any(entry.getValue());
        }
        json.writeEndObject();
    }
}
