package io.digitalworker.document.outline;

import io.digitalworker.api.Options;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sections of a document, in their order. An outline is a file, {@code /outline/<document>.json},
 * that says which section is there from which detail on and in which scenarios. A file {@code
 * /outline/<scenario>/<document>.json} adds to it or stands in its place ({@link Template}).
 *
 * @param document {@code srs}, {@code functional-spec} or {@code tech-design}; also the name of its files
 * @param title what kind of document it is, for people
 * @param language BCP 47 tag of the titles; the prose follows as far as it is translated
 * @param scenario {@code brownfield}, {@code greenfield}, {@code hybrid} or {@code migration}
 * @param diagrams how diagrams stand in Markdown: {@code mermaid}, {@code plantuml}, {@code ascii}, {@code text}
 * @param words that the narrative keeps to; 0 for no limit
 */
public record Outline(
        String document,
        String title,
        Detail detail,
        String language,
        String scenario,
        String diagrams,
        int words,
        List<Section> sections) {
    public Outline {
        Objects.requireNonNull(title, "title");
        sections = List.copyOf(sections);
        Set<String> ids = new HashSet<>();
        for (Section section : sections) {
            if (!ids.add(section.id())) {
                throw new IllegalArgumentException(document + " has two sections " + section.id());
            }
        }
    }

    /**
     * The outlines of all documents asked for, in their order, each once.
     *
     * @throws IllegalArgumentException for options with {@linkplain Options#faults() faults}
     */
    public static List<Outline> all(Options options) {
        if (!options.faults().isEmpty()) {
            throw new IllegalArgumentException("options have faults: " + options.faults());
        }
        return options.documents().stream()
                .distinct()
                .map(name -> of(name, options).only(options.sections()))
                .toList();
    }

    /**
     * The same in another detail than the options ask for. Sections asked for that it lacks are left out; a
     * document that would have none keeps those of the options' detail.
     */
    public static List<Outline> all(Options options, Detail detail) {
        List<Outline> asked = all(options);
        return asked.stream()
                .map(
                        own -> {
                            Outline other =
                                    of(own.document(), options, detail).only(options.sections());
                            return other.sections().isEmpty() ? own.in(detail) : other;
                        })
                .toList();
    }

    private static Outline of(String document, Options options) {
        return of(document, options, Detail.of(Objects.requireNonNull(options.detail())));
    }

    private static Outline of(String document, Options options, Detail detail) {
        String scenario = Objects.requireNonNull(options.scenario());
        String language = Objects.requireNonNull(options.language());
        Template template = Template.read(document, scenario);
        Wording wording = Wording.of(language);
        List<Section> sections =
                template.sections().stream()
                        .filter(s -> s.isIn(detail, scenario))
                        .map(s -> s.titled(wording.say(s.title())))
                        .toList();
        String title = wording.say(template.title());
        String diagrams = Objects.requireNonNull(options.diagrams());
        return new Outline(
                document, title, detail, language, scenario, diagrams, template.words(), sections);
    }

    private Outline only(List<String> wanted) {
        List<Section> kept = sections.stream().filter(s -> wanted.contains(s.id())).toList();
        return wanted.isEmpty()
                ? this
                : new Outline(document, title, detail, language, scenario, diagrams, words, kept);
    }

    /** The same sections in another detail. */
    public Outline in(Detail other) {
        return new Outline(document, title, other, language, scenario, diagrams, words, sections);
    }

    /** Whether it tells of what is only intended: there is no code. */
    public boolean isIntended() {
        return scenario.equals("greenfield");
    }

    /** The words of its language. */
    public Wording wording() {
        return Wording.of(language);
    }

    /** The files that it is made of, as names of resources. */
    public List<String> templates() {
        return Stream.concat(Template.files(document, scenario), Wording.files(language)).toList();
    }
}
