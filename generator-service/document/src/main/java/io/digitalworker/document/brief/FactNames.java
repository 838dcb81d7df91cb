package io.digitalworker.document.brief;

import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.source.Evidence;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a document may say of a fact word for word: each name and value that it holds, by itself. */
public final class FactNames {
    private FactNames() {}

    /** The id that mentions of a fact carry; facts of one kind at one place share it. */
    public static String id(Fact fact) {
        return FactKind.of(fact).array() + "@" + fact.evidence().id();
    }

    /** All that the fact holds, but places and how sure it is; of an endpoint also its method and path. */
    public static Set<String> of(Fact fact) {
        Set<String> names = new TreeSet<>();
        add((Record) fact, names);
        if (fact instanceof Endpoint endpoint) {
            names.add(endpoint.method() + " " + endpoint.path());
            endpoint.alternatives().forEach(path -> names.add(endpoint.method() + " " + path));
        }
        return names;
    }

    /** The name by which people would know the fact: the first of its components that says something. */
    public static String headline(Fact fact) {
        if (fact instanceof Endpoint endpoint) {
            return endpoint.method() + " " + endpoint.path();
        }
        if (fact instanceof Call call) {
            return call.from();
        }
        if (fact instanceof Message message) {
            return message.name();
        }
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            if (read(component, (Record) fact) instanceof String name && !name.isEmpty()) {
                return name;
            }
        }
        return FactKind.of(fact).array();
    }

    private static void add(@Nullable Object value, Set<String> names) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            names.add(value.toString());
        } else if (value instanceof Iterable<?> list) {
            list.forEach(each -> add(each, names));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (key, held) -> {
                        add(key, names);
                        add(held, names);
                    });
        } else if (value instanceof Record inner) {
            add(inner, names);
        }
    }

    private static void add(Record value, Set<String> names) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object held = read(component, value);
            if (!(held instanceof Evidence) && !(held instanceof Confidence)) {
                add(held, names);
            }
        }
    }

    /** What a component of a fact or of a part of it holds. */
    public static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(value.getClass() + " is no public record", e);
        }
    }
}
