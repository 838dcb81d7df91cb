package io.digitalworker.document.published;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Options;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.document.Sample;
import io.digitalworker.document.assembly.Assembly;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.rendering.Rendering;
import io.digitalworker.document.verification.Verification;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.document.writing.ExtractiveWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An archive with what is asked of it: the example of this project, and, with {@code -Dcases=DIRECTORY},
 * the public trees that lie there as {@code <name>.zip} and have a descriptor among the test resources.
 */
public record Case(String name, Path zip, String descriptor, Sample sample) {
    private static final List<String> PUBLIC =
            List.of("eshoponweb", "springboot-realworld", "nestjs-realworld");
    private static final List<String> DOCUMENTS = List.of("srs", "functional-spec", "tech-design");
    private static final Path EXAMPLE = Path.of("../../deploy/local/example");

    /** The example, and the public trees that are given. */
    public static Stream<Case> all() {
        return Stream.concat(Stream.of(example()), given());
    }

    public static Case example() {
        try {
            Path zip = Files.createTempFile("case", ".zip");
            zip.toFile().deleteOnExit();
            ZipOfDirectory.write(EXAMPLE.resolve("plugin"), zip);
            return of("example", zip, Files.readString(EXAMPLE.resolve("descriptor.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Case> given() {
        String directory = System.getProperty("cases", "");
        return PUBLIC.stream()
                .filter(name -> !directory.isEmpty())
                .filter(name -> Files.exists(Path.of(directory, name + ".zip")))
                .map(name -> of(name, Path.of(directory, name + ".zip"), resource(name)));
    }

    static Case of(String name, Path zip, String descriptor) {
        try {
            Descriptor read = new ObjectMapper().readValue(descriptor, Descriptor.class);
            return new Case(name, zip, descriptor, Sample.of(zip, read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same code under the same name, asked for other features. */
    Case asking(List<String> descriptions) throws IOException {
        ObjectNode other = (ObjectNode) new ObjectMapper().readTree(descriptor);
        ArrayNode features = other.putArray("features");
        for (String description : descriptions) {
            features.addObject()
                    .put("id", "X-" + (features.size() + 1))
                    .put("description", description);
        }
        return of(name, zip, other.toString());
    }

    private static String resource(String name) {
        try (var in = Case.class.getResourceAsStream("/case/" + name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), "UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The material for every type of document that has an outline, in a detail. */
    public List<Material> documents(String detail) {
        return documents(detail, null);
    }

    List<Material> documents(String detail, @Nullable String language) {
        List<Material> documents = new ArrayList<>();
        for (String document : DOCUMENTS) {
            Options options =
                    new Options(List.of(document), detail, null, null, language, null, null);
            boolean there = Case.class.getResource("/outline/" + document + ".json") != null;
            if (there && options.faults().isEmpty()) {
                documents.add(sample.gathered(Outline.all(options).get(0)).material());
            }
        }
        return documents;
    }

    public static List<SectionDraft> drafts(Material material) {
        return material.briefs().stream().map(new ExtractiveWriter()::write).toList();
    }

    public Verified verified(Material material) {
        return Verification.of(sample.tree(), material).check(drafts(material));
    }

    List<RenderedFile> rendered(Material material) {
        return Rendering.all(Assembly.assemble(material, verified(material), Sample.AT));
    }

    @Override
    public String toString() {
        return name;
    }
}
