package io.digitalworker.ingest.check;

import io.digitalworker.api.FieldError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, taken one by one by those who know their types; {@link #end()} names what
 * nobody took. What is wrong is noted with its path, never with its value. {@code null} is the same as
 * absence.
 */
final class Fields {
    private static final String UNKNOWN = "is not a field of this object";

    /** Stands for JSON's null. */
    static final Object NULL = new Object();

    /** Names that may be repeated to the caller; others could be anything. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private final Map<String, Object> values;
    private final String path;
    private final List<FieldError> faults;
    private final Set<String> left;

    Fields(Map<String, Object> values, String path, List<FieldError> faults) {
        this.values = new HashMap<>(values);
        this.path = path;
        this.faults = faults;
        this.left = new TreeSet<>(values.keySet());
        this.values.values().removeIf(value -> value == NULL);
    }

    static String at(String path, String name) {
        String shown = PLAIN.matcher(name).matches() ? name : "?";
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** A text; null if it is absent or of another type. */
    @Nullable String text(String name) {
        Object value = take(name);
        return value == null ? null : asText(value, at(path, name));
    }

    /** A text; empty if it is absent or of another type. */
    String textOrEmpty(String name) {
        String text = text(name);
        return text == null ? "" : text;
    }

    /** A number; null if it is absent or of another type. */
    @Nullable BigDecimal number(String name) {
        Object value = take(name);
        if (value == null || (value instanceof Number number && isFinite(number))) {
            return value == null ? null : new BigDecimal(value.toString());
        }
        faults.add(new FieldError(at(path, name), "must be a number"));
        return null;
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }

    /** A whole number, saturated at the ends of its type; null if it is absent or of another type. */
    @Nullable Long integer(String name) {
        Object value = take(name);
        if (value == null || value instanceof Integer || value instanceof Long) {
            return value == null ? null : ((Number) value).longValue();
        }
        if (value instanceof BigInteger large) {
            return large.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        faults.add(new FieldError(at(path, name), "must be a whole number"));
        return null;
    }

    /** Whether it is true; false if it is absent or of another type. */
    boolean truth(String name) {
        Object value = take(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        faults.add(new FieldError(at(path, name), "must be true or false"));
        return false;
    }

    /** A list of texts; empty if it is absent. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<?> values = list(name);
        for (int i = 0; i < values.size(); i++) {
            String text = asText(values.get(i), at(path, name) + "[" + i + "]");
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    /** A list of objects; empty if it is absent. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        List<?> values = list(name);
        for (int i = 0; i < values.size(); i++) {
            String at = at(path, name) + "[" + i + "]";
            if (values.get(i) instanceof Map<?, ?> object) {
                objects.add(new Fields(keyed(object), at, faults));
            } else {
                faults.add(new FieldError(at, "must be an object"));
            }
        }
        return objects;
    }

    /** Nothing else is expected here. */
    void end() {
        for (String name : left) {
            faults.add(new FieldError(at(path, name), UNKNOWN));
        }
    }

    /** Everything that was found wrong so far, in this object and those inside. */
    List<FieldError> faults() {
        return List.copyOf(faults);
    }

    /** Whether fields that nobody knows are all that was found wrong. */
    boolean faultsAreUnknownFields() {
        return !faults.isEmpty() && faults.stream().allMatch(f -> f.message().equals(UNKNOWN));
    }

    private List<?> list(String name) {
        Object value = take(name);
        if (value == null || value instanceof List<?>) {
            return value == null ? List.of() : (List<?>) value;
        }
        faults.add(new FieldError(at(path, name), "must be a list"));
        return List.of();
    }

    private @Nullable Object take(String name) {
        left.remove(name);
        return values.get(name);
    }

    private @Nullable String asText(Object value, String at) {
        if (value instanceof String text) {
            return text;
        }
        faults.add(new FieldError(at, "must be a text"));
        return null;
    }

    private static Map<String, Object> keyed(Map<?, ?> object) {
        Map<String, Object> keyed = new HashMap<>();
        object.forEach((name, value) -> keyed.put((String) name, value));
        return keyed;
    }
}
