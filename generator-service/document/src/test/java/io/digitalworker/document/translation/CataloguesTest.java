package io.digitalworker.document.translation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class CataloguesTest {
    /** For translators: what is not translated yet, the most frequent first. */
    @Test
    @EnabledIfSystemProperty(named = "templates.out", matches = ".+")
    void writesWhatIsNotTranslated() throws Exception {
        Templates all = Templates.all();
        all.cases();
        List<String> lines = new ArrayList<>();
        for (String language : List.of("de", "hi")) {
            Map<String, Integer> missing = all.missing(language);
            lines.add("# " + language + ": " + missing.size() + " of " + all.sentences().size());
            missing.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(each -> lines.add(each.getValue() + "\t" + each.getKey()));
        }
        Files.write(Path.of(System.getProperty("templates.out")), lines);
    }
}
