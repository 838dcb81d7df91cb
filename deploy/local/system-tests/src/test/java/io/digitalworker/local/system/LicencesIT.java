package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the services are made of, by the bills of materials of the build, may be used, changed and passed on
 * freely. What tests alone use (npm packages among it) is not delivered and not looked at. The report is
 * {@code target/licences.txt}.
 */
class LicencesIT {
    private static final Path ROOT = Path.of("../../..");
    private static final List<String> SERVICES =
            List.of(
                    "ingest-service",
                    "generator-service/service",
                    "notifier-service",
                    "cleanup-service");

    /** By SPDX where the bill has it, else as the component's pom says. */
    private static final Set<String> FREE =
            Set.of(
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "CC0-1.0",
                    "EPL-1.0",
                    "EPL-2.0",
                    "MIT",
                    "MIT-0",
                    "Mozilla Public License Version 2.0",
                    "Go License"); // of RE2/J: three clauses of BSD

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everythingDeliveredHasAFreeLicence() throws IOException {
        Map<String, Set<String>> licences = new TreeMap<>();
        for (String service : SERVICES) {
            JsonNode bill = json.readTree(ROOT.resolve(service + "/target/bom.json").toFile());
            assertThat(bill.path("components").size())
                    .as("components in the bill of materials of " + service)
                    .isGreaterThan(50);
            bill.path("components").forEach(component -> add(component, licences));
        }
        report(licences);

        Map<String, Set<String>> others = new TreeMap<>();
        licences.forEach(
                (component, names) -> {
                    // several licences are a choice
                    if (names.stream().noneMatch(FREE::contains)) {
                        others.put(component, names);
                    }
                });
        assertThat(others).as("components without a licence that is known to be free").isEmpty();
    }

    private static void add(JsonNode component, Map<String, Set<String>> licences) {
        String group = component.path("group").asText();
        if (group.startsWith("io.digitalworker")) {
            return;
        }
        Set<String> names = new TreeSet<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            String name = licence.path("id").asText(licence.path("name").asText());
            names.add(name.isEmpty() ? choice.path("expression").asText() : name);
        }
        String name = group + ":" + component.path("name").asText();
        licences.put(name + ":" + component.path("version").asText(), names);
    }

    private static void report(Map<String, Set<String>> licences) throws IOException {
        List<String> lines = new ArrayList<>();
        licences.forEach(
                (component, names) -> lines.add(component + "  " + String.join(" or ", names)));
        lines.add("");
        Map<String, Long> counts =
                licences.values().stream()
                        .flatMap(Set::stream)
                        .collect(
                                Collectors.groupingBy(
                                        name -> name, TreeMap::new, Collectors.counting()));
        counts.forEach((name, count) -> lines.add(count + "  " + name));
        Files.write(Path.of("target/licences.txt"), lines);
    }
}
