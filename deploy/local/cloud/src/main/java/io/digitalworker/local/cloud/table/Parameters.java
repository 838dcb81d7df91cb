package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import java.util.Set;

/** A parameter that is not honoured would change the result unseen; so it is refused by name. */
final class Parameters {
    private static final Set<String> REPORTS =
            Set.of("ReturnConsumedCapacity", "ReturnItemCollectionMetrics");

    private Parameters() {}

    static void allow(String operation, JsonNode request, String... names) {
        Set<String> allowed = Set.of(names);
        request.properties()
                .forEach(
                        parameter -> {
                            String name = parameter.getKey();
                            boolean none =
                                    REPORTS.contains(name)
                                            && parameter.getValue().asText().equals("NONE");
                            if (!allowed.contains(name) && !none) {
                                throw AwsFault.notImplemented(
                                        "Parameter " + name + " of " + operation);
                            }
                        });
    }

    /** A parameter that takes one of a few words. */
    static String choice(
            JsonNode request, String parameter, String otherwise, Set<String> choices) {
        String value = Json.text(request, parameter);
        if (value == null) {
            return otherwise;
        }
        if (!choices.contains(value)) {
            throw AwsFault.validation(
                    "Value '" + value + "' at '" + parameter + "' is not valid here");
        }
        return value;
    }
}
