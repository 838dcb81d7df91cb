package io.digitalworker.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Events as JSON, and back from what a queue delivers. */
public final class EventJson {
    private static final String MAJOR = JobEvent.VERSION.substring(0, 2);

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private EventJson() {}

    /** The {@code detail}. */
    public static String detail(JobEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event cannot be written: " + event.detailType(), e);
        }
    }

    /**
     * Reads the envelope of EventBridge as it arrives in a queue.
     *
     * @throws UnreadableEvent if it is not one of ours, or of a major version that is not known
     */
    public static JobEvent ofEnvelope(String body) {
        JsonNode envelope = tree(body);
        source(envelope.path("source").asText());
        return ofDetail(envelope.path("detail-type").asText(), envelope.path("detail"));
    }

    /** Reads a {@code detail} as {@link #detail} wrote it, or another version of it. */
    static JobEvent ofDetail(String detailType, String detail) {
        return ofDetail(detailType, tree(detail));
    }

    /** The service whose {@code source} this is. */
    static EventSource source(String onBus) {
        for (EventSource source : EventSource.values()) {
            if (source.onBus().equals(onBus)) {
                return source;
            }
        }
        throw new UnreadableEvent("its source is none of this system's services");
    }

    private static JobEvent ofDetail(String detailType, JsonNode detail) {
        Class<? extends JobEvent> kind = kind(detailType);
        if (!detail.path("version").asText().startsWith(MAJOR)) {
            throw new UnreadableEvent(kind.getSimpleName() + " is not of version " + MAJOR + "x");
        }
        try {
            return complete(JSON.treeToValue(detail, kind));
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent(kind.getSimpleName() + " does not have its fields");
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("it is not JSON");
        }
    }

    private static Class<? extends JobEvent> kind(String detailType) {
        for (Class<? extends JobEvent> kind : JobEvent.KINDS) {
            if (kind.getSimpleName().equals(detailType)) {
                return kind;
            }
        }
        throw new UnreadableEvent("its detail-type is not known");
    }

    /** Jackson leaves absent components null, whatever the record says about them. */
    private static JobEvent complete(JobEvent event) {
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!optional && value(event, component) == null) {
                throw new UnreadableEvent(event.detailType() + " lacks " + component.getName());
            }
        }
        if (event.attempt() < 1 || event.sequence() < 1) {
            throw new UnreadableEvent(event.detailType() + " lacks its attempt or sequence");
        }
        return event;
    }

    private static @Nullable Object value(JobEvent event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("events are public records", e);
        }
    }

    /** Not an event that this version understands. Its message never holds the body. */
    public static final class UnreadableEvent extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnreadableEvent(String why) {
            super(why);
        }
    }
}
