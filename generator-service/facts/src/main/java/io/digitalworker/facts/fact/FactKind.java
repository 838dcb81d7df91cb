package io.digitalworker.facts.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The kinds of facts in the order of {@code facts.json} (design §4.7). */
public enum FactKind {
    ENDPOINT("endpoints", Endpoint.class),
    ENTITY("entities", Entity.class),
    SERVICE("services", Service.class),
    CALL("calls", Call.class),
    VIEW("views", View.class),
    VALIDATION("validations", Validation.class),
    MESSAGE("messages", Message.class),
    CONFIGURATION("configuration", ConfigurationKey.class),
    DEPENDENCY("dependencies", Dependency.class),
    DATA_STORE("datastores", DataStore.class),
    ACCESS_PATTERN("accessPatterns", AccessPattern.class),
    RESOURCE("resources", Resource.class),
    SCHEDULE("schedules", Schedule.class),
    PERMISSION("permissions", Permission.class),
    EXTERNAL_CALL("externalCalls", ExternalCall.class),
    LOCALIZATION("localization", LocalizationKey.class),
    TEST("tests", TestCount.class),
    UNRESOLVED("unresolved", Unresolved.class),
    MARK("marks", Mark.class),
    CONTRADICTION("contradictions", Contradiction.class),
    LIFECYCLE("lifecycles", Lifecycle.class),
    TRANSITION("transitions", Transition.class);

    private static final Map<Class<?>, FactKind> BY_TYPE = byType();

    private final String array;
    private final Class<? extends Fact> type;

    FactKind(String array, Class<? extends Fact> type) {
        this.array = array;
        this.type = type;
    }

    public static FactKind of(Fact fact) {
        return of(fact.getClass());
    }

    public static FactKind of(Class<? extends Fact> type) {
        return Objects.requireNonNull(BY_TYPE.get(type), "every kind is listed");
    }

    /** The name of the array in {@code facts.json}. */
    public String array() {
        return array;
    }

    public Class<? extends Fact> type() {
        return type;
    }

    private static Map<Class<?>, FactKind> byType() {
        Map<Class<?>, FactKind> kinds = new HashMap<>();
        for (FactKind kind : values()) {
            kinds.put(kind.type, kind);
        }
        return kinds;
    }
}
