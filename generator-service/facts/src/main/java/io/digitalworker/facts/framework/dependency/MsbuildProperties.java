package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The properties of a project; names are of any case, the last unconditional one wins. */
final class MsbuildProperties {
    private static final int MAX_STEPS = 20;
    private static final String UNCLEAR = "\0";

    private final Map<String, String> sure = new TreeMap<>();
    private final Map<String, String> conditional = new TreeMap<>();

    MsbuildProperties(List<DataFile> files) {
        for (DataFile file : files) {
            for (XmlElement group : file.xml().all("PropertyGroup")) {
                group.children().forEach(property -> enter(property, group));
            }
        }
    }

    private void enter(XmlElement property, XmlElement group) {
        String name = property.name().toLowerCase(Locale.ROOT);
        String condition = property.attribute("Condition", "") + group.attribute("Condition", "");
        if (condition.isEmpty()) {
            sure.put(name, property.text());
        } else {
            conditional.merge(name, property.text(), (a, b) -> a.equals(b) ? a : UNCLEAR);
        }
    }

    /** The value of a property; empty if it is not known, or depends on a condition. */
    Optional<String> get(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String value = sure.getOrDefault(lower, conditional.getOrDefault(lower, UNCLEAR));
        return value.equals(UNCLEAR) ? Optional.empty() : Optional.of(value);
    }

    /** A text with its {@code $(X)} filled in; those that are not known stay. */
    String fill(String text) {
        StringBuilder filled = new StringBuilder(text);
        int at = filled.indexOf("$(");
        for (int step = 0; at >= 0 && step < MAX_STEPS; step++) {
            int end = filled.indexOf(")", at);
            Optional<String> value =
                    end < 0 ? Optional.empty() : get(filled.substring(at + 2, end).strip());
            if (value.isPresent() && value.get().length() < 200) {
                filled.replace(at, end + 1, value.get());
            } else {
                at += 2;
            }
            at = filled.indexOf("$(", at);
        }
        return filled.toString().strip();
    }
}
