package io.digitalworker.document.active;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.api.Options;
import io.digitalworker.api.Stage;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.edition.Edition;
import io.digitalworker.document.edition.Place;
import io.digitalworker.document.edition.Request;
import io.digitalworker.document.existing.ExistingDocument;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.publication.DocumentSet;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.rendering.Typefaces;
import io.digitalworker.document.writing.ExtractiveWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Jobs over the hostile shop whose descriptor, partial document, answers and requests hold the payloads
 * too: one for each kind of diagrams, each with all documents in full and a share of the payloads.
 */
final class HostileJob {
    private static final List<String> ALL = List.of("srs", "functional-spec", "tech-design");
    private static final int OF_FEATURES = 8;
    private static final String VERSION = "\"><svg onload=fetch('/version')>";

    private final List<String> payloads;

    HostileJob(List<String> payloads) {
        this.payloads = payloads;
    }

    /** All files of all jobs, by the kind of diagrams and their name. */
    static Map<String, RenderedFile> artifacts(List<String> payloads) throws IOException {
        Map<String, RenderedFile> all = new LinkedHashMap<>();
        String[][] jobs = {
            {"mermaid", "brownfield"},
            {"plantuml", "hybrid"},
            {"ascii", "migration"},
            {"text", "greenfield"}
        };
        for (int i = 0; i < jobs.length; i++) {
            new HostileJob(share(payloads, i, jobs.length)).add(jobs[i][0], jobs[i][1], all);
        }
        return all;
    }

    /** All payloads in one job would leave each of its tables and figures room for a few. */
    private static List<String> share(List<String> payloads, int first, int step) {
        List<String> share = new ArrayList<>();
        for (int i = first; i < payloads.size(); i += step) {
            share.add(payloads.get(i));
        }
        return share;
    }

    private void add(String diagrams, String scenario, Map<String, RenderedFile> all)
            throws IOException {
        Path zip = zip(HostileShop.files(payloads));
        Sample sample = Sample.of(zip, descriptor());
        Files.delete(zip);
        Options options = new Options(ALL, "comprehensive", diagrams, scenario, null, null, null);
        Outline outline = Outline.all(options).get(0);
        Material material = sample.gathered(outline).material();
        if (scenario.equals("hybrid")) {
            material = material.keeping(ExistingDocument.read(existing().getBytes(UTF_8)));
        }
        List<WrittenDocument> first = written(sample, material, options);
        Material revised = material.revised(edition(first));
        for (RenderedFile file : rendered(sample, revised, options)) {
            all.put(diagrams + "/" + file.name(), file);
        }
    }

    private Descriptor descriptor() {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < Math.min(OF_FEATURES, payloads.size()); i++) {
            features.add(
                    new Feature(
                            "F" + i,
                            payloads.get(i)
                                    + " Orders"
                                    + i
                                    + " are listed with the note of Order"
                                    + i));
        }
        return new Descriptor("Orders", features, VERSION, payloads, payloads, payloads);
    }

    private String existing() {
        StringBuilder markdown = new StringBuilder("# Design of orders\n\n");
        for (String payload : payloads) {
            markdown.append("## ").append(payload.replace('\n', ' ')).append("\n\n");
            markdown.append("Orders are listed. ").append(payload).append("\n\n");
        }
        return markdown.toString();
    }

    /** Every question is answered and every section asked for changes, with a payload each. */
    private Edition edition(List<WrittenDocument> documents) {
        Map<String, String> answers = new LinkedHashMap<>();
        List<Place> places = new ArrayList<>();
        for (WrittenDocument document : documents) {
            document.verified()
                    .drafts()
                    .forEach(
                            draft -> {
                                places.add(new Place(document.name(), draft.section().id()));
                                for (Question question : draft.questions()) {
                                    int next = answers.size() % payloads.size();
                                    answers.put(question.id(), payloads.get(next));
                                }
                            });
        }
        Edition edition = Edition.first(Sample.AT, Detail.COMPREHENSIVE).answered(answers);
        for (int i = 0; i < payloads.size(); i++) {
            Place place = places.get(i % places.size());
            edition = edition.asked(new Request("revision-" + i, payloads.get(i), List.of(place)));
        }
        return edition;
    }

    private static List<WrittenDocument> written(
            Sample sample, Material material, Options options) {
        DocumentSet set = new DocumentSet(sample.tree(), material, () -> {});
        return set.verify(set.write(Outline.all(options), new ExtractiveWriter()));
    }

    private static List<RenderedFile> rendered(Sample sample, Material material, Options options) {
        DocumentSet set = new DocumentSet(sample.tree(), material, () -> {});
        List<WrittenDocument> documents = written(sample, material, options);
        Map<Stage, Duration> durations = Map.of(Stage.FACTS, Duration.ofMillis(1));
        RunRecord run = new RunRecord(Sample.AT, "extractive", "a".repeat(64), durations);
        ArtifactSet artifacts =
                set.artifacts(
                        documents,
                        set.render(DocumentSet.assemble(documents, Sample.AT), Typefaces.bundled()),
                        run);
        return artifacts.files();
    }

    private static Path zip(Map<String, String> files) throws IOException {
        Path zip = Files.createTempFile("hostile", ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue().getBytes(UTF_8));
                entries.closeEntry();
            }
        }
        return zip;
    }
}
