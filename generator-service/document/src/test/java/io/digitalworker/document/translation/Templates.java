package io.digitalworker.document.translation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.Feature;
import io.digitalworker.api.Options;
import io.digitalworker.document.Sample;
import io.digitalworker.document.ScenarioSample;
import io.digitalworker.document.outline.Catalogue;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.outline.Wording;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.published.Case;
import io.digitalworker.document.verification.Verified;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The words that documents are written in, as keys of a catalogue: of the example in every scenario, type
 * and detail, of descriptors without code, and of all trees that the facts are tested with.
 */
final class Templates {
    private static final Path FIXTURES = Path.of("../facts/src/test/resources/fixtures");
    private static final Path EXAMPLE = Path.of("../../deploy/local/example/descriptor.json");
    private static final List<String> TYPES = List.of("srs", "functional-spec", "tech-design");
    private static final List<String> DETAILS = List.of("overview", "standard", "comprehensive");

    /** How often the words of a whole sentence were met, and its pieces. */
    private final Map<String, Integer> sentences = new TreeMap<>();

    private final Map<String, List<Span>> spans = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();
    private final Set<String> titles = new TreeSet<>();

    /** Everything that needs no file from outside. */
    static Templates all() {
        Templates all = new Templates();
        all.scenarios();
        all.fixtures();
        all.add(manyParts(), "comprehensive");
        return all;
    }

    /** Many parts, and many secrets. */
    private static Sample manyParts() {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            files.put(
                    "src/Gift" + i + "Controller.java",
                    """
                    import org.springframework.stereotype.Service;
                    import org.springframework.web.bind.annotation.*;

                    @RestController
                    public class Gift%1$dController {
                        private static final String password = "gA7%1$dkq92LmZx";

                        private final Gift%1$dService service;

                        @GetMapping("/gifts/%1$d")
                        public String gift%1$d() {
                            return service.gift%1$d();
                        }
                    }

                    @Service
                    class Gift%1$dService {
                        public String gift%1$d() {
                            return "gift";
                        }
                    }
                    """
                            .formatted(i));
        }
        return Sample.of(files, "Gifts", new Feature("G-1", "People look at every gift"));
    }

    /** Of the example's three documents in the standard detail. */
    static Templates example() {
        Templates all = new Templates();
        Sample example = Sample.example();
        TYPES.forEach(type -> all.add(example, type, "standard", "brownfield"));
        return all;
    }

    /** Of the public trees that {@code -Dcases} gives. */
    void cases() {
        Case.all().forEach(each -> DETAILS.forEach(detail -> add(each.sample(), detail)));
    }

    private void scenarios() {
        Sample example = Sample.example();
        for (String scenario : List.of("brownfield", "hybrid", "migration")) {
            for (String type : TYPES) {
                DETAILS.forEach(detail -> add(example, type, detail, scenario));
            }
        }
        for (String scenario : List.of("hybrid", "greenfield", "migration")) {
            for (Descriptors each : Descriptors.values()) {
                for (String detail : DETAILS) {
                    ScenarioSample sample = each.sample(scenario, detail);
                    sample.documents().forEach(document -> add(document.verified()));
                }
            }
        }
    }

    private void fixtures() {
        try (Stream<Path> paths = Files.walk(FIXTURES, 3)) {
            List<Path> trees = paths.filter(path -> path.endsWith("tree")).sorted().toList();
            for (Path tree : trees) {
                add(Sample.of(tree, "Shop", features(tree)), "comprehensive");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a tree is asked for: something by the names of its files, and something that it has not. */
    private static String[] features(Path tree) throws IOException {
        List<String> features = new ArrayList<>();
        features.add("Somebody foresees the weather on the moon");
        try (Stream<Path> files = Files.walk(tree)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replaceAll("\\.\\w+$", ""))
                    .sorted()
                    .distinct()
                    .limit(8)
                    .forEach(name -> features.add("Work with " + name));
        }
        return features.toArray(new String[0]);
    }

    private void add(Sample sample, String detail) {
        TYPES.forEach(type -> add(sample, type, detail, "brownfield"));
    }

    private void add(Sample sample, String type, String detail, String scenario) {
        String options =
                "{\"documents\": [\"%s\"], \"detail\": \"%s\", \"scenario\": \"%s\"}"
                        .formatted(type, detail, scenario);
        try {
            Options read = new ObjectMapper().readValue(options, Options.class);
            add(sample.as(Outline.all(read).get(0)).verified());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Verified verified) {
        for (SectionDraft draft : verified.drafts()) {
            if (draft.blocks().isEmpty()) {
                add(Sentence.of(ClaimClass.EXTRACTED, new Span.Text(draft.reason())));
            }
            draft.blocks().stream()
                    .filter(block -> !(block instanceof Block.Listing))
                    .forEach(this::add);
        }
    }

    private void add(Block block) {
        if (block instanceof Block.Heading heading) {
            titles.add(heading.title().shown());
            known.addAll(Template.of(heading.title().spans()).map(Template::key).stream().toList());
            return;
        }
        if (block instanceof Block.Table table) {
            titles.addAll(table.header());
        }
        if (block instanceof Block.Figure figure) {
            figure.diagram().nodes().forEach(node -> known.add(node.role()));
        }
        block.sentences().forEach(this::add);
    }

    private void add(Sentence sentence) {
        for (Span span : sentence.spans()) {
            if (span instanceof Span.Text text && Template.JOINS.contains(text.shown())) {
                known.add("{1}" + text.shown() + "{2}");
            }
        }
        Optional<Template> any = Template.of(sentence.spans());
        any.ifPresent(template -> known.add(template.key()));
        any.filter(Template::hasWords)
                .ifPresent(
                        template -> {
                            sentences.merge(template.key(), 1, Integer::sum);
                            spans.putIfAbsent(template.key(), sentence.spans());
                            Template.pieces(sentence.spans())
                                    .forEach(piece -> known.add(piece.key()));
                        });
    }

    /** All words that a catalogue may have, whole sentences, pieces and joins. */
    Set<String> known() {
        return known;
    }

    /** Sentences by how often they were met. */
    Map<String, Integer> sentences() {
        return sentences;
    }

    /** Headings and heads of tables, which stand among the messages unless they mention something. */
    Set<String> untitled(String language) {
        Set<String> missing = new TreeSet<>(titles);
        missing.removeIf(
                title ->
                        title.isEmpty()
                                || Wording.of(language).find(title).isPresent()
                                || Catalogue.of(language).find(title).isPresent());
        return missing;
    }

    /** The sentences that a language does not have, by how often they were met. */
    Map<String, Integer> missing(String language) {
        Map<String, Integer> missing = new TreeMap<>(sentences);
        missing.keySet()
                .removeIf(
                        key -> {
                            Translator translator = new Translator(Wording.of(language));
                            translator.sentence(
                                    Sentence.of(
                                            ClaimClass.EXTRACTED,
                                            spans.get(key).toArray(new Span[0])));
                            return translator.translated() == 1;
                        });
        return missing;
    }
}
