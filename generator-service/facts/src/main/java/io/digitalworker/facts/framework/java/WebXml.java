package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The servlets of a {@code web.xml} with the patterns that they answer at. */
record WebXml(List<Mapping> mappings) {

    /**
     * @param servlet full name of the class; the servlet's name where there is none
     */
    record Mapping(String servlet, String pattern, XmlElement element) {}

    WebXml {
        mappings = List.copyOf(mappings);
    }

    static WebXml of(DataFile file) {
        List<Mapping> mappings = new ArrayList<>();
        XmlElement root = file.xml();
        for (XmlElement mapping : root.children("servlet-mapping")) {
            String name = mapping.value("servlet-name").orElse("");
            String type =
                    root.children("servlet").stream()
                            .filter(s -> s.value("servlet-name").orElse("").equals(name))
                            .flatMap(s -> s.value("servlet-class").stream())
                            .findFirst()
                            .orElse(name);
            for (XmlElement pattern : mapping.children("url-pattern")) {
                mappings.add(new Mapping(type, pattern.text(), mapping));
            }
        }
        return new WebXml(mappings);
    }

    /** {@code /api} of {@code /api/*}, where a servlet whose name ends so is mapped to; no root. */
    Optional<String> pathOf(String ending) {
        return mappings.stream()
                .filter(mapping -> mapping.servlet().endsWith(ending))
                .map(mapping -> mapping.pattern().replaceFirst("/?\\*$", ""))
                .filter(path -> path.length() > 1 && path.startsWith("/"))
                .findFirst();
    }
}
