package io.digitalworker.document.publication.openapi;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/**
 * YAML that readers of version 1.1 and 1.2 understand alike: a text that either would take for
 * something else is quoted.
 */
final class PlainYaml {
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "");
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}/$][\\p{L}\\p{N} /$.,;()_-]*(?<! )");

    private PlainYaml() {}

    /** Maps keep the order that they have; no anchors. */
    static String write(Map<String, Object> tree) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setWidth(4_096)
                        .setBestLineBreak("\n")
                        .setDereferenceAliases(true)
                        .build();
        return new Dump(settings, new Texts(settings)).dumpToString(tree);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Decides text by text how it is written. */
    private static final class Texts extends StandardRepresenter {
        Texts(DumpSettings settings) {
            super(settings);
            representers.put(
                    String.class,
                    data -> {
                        String text = data.toString();
                        ScalarStyle style =
                                isPlain(text) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
                        return representScalar(Tag.STR, text, style);
                    });
        }
    }
}
