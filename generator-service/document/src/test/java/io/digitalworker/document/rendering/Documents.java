package io.digitalworker.document.rendering;

import io.digitalworker.document.Sample;
import io.digitalworker.document.assembly.Assembly;
import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.verification.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Drafts as no writer would write them, to be rendered. */
final class Documents {
    private static final Sample SAMPLE = Sample.example();

    private Documents() {}

    static SectionDraft section(String id, String title, Block... blocks) {
        Section section = new Section(id, title, "any", null, List.of());
        return SectionDraft.complete(section, List.of(blocks));
    }

    static List<RenderedFile> rendered(SectionDraft... drafts) {
        return rendered(Typefaces.bundled(), drafts);
    }

    static List<RenderedFile> rendered(Typefaces faces, SectionDraft... drafts) {
        return Rendering.all(document(drafts), faces);
    }

    static DocumentTree document(SectionDraft... drafts) {
        Verified verified =
                new Verified(List.of(drafts), List.of(), List.of(), Map.of(), 0, 0, 0, 0, 0, 0, 0);
        return Assembly.assemble(SAMPLE.material(), verified, Sample.AT);
    }

    static RenderedFile file(List<RenderedFile> files, String ending) {
        return files.stream()
                .filter(file -> file.name().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    static Sentence words(String text, String... evidence) {
        return new Sentence(List.of(new Span.Text(text)), ClaimClass.EXTRACTED, List.of(evidence));
    }

    static Sentence name(String name, String... evidence) {
        return new Sentence(
                List.of(new Span.Mention(MentionKind.FILE, name, name)),
                ClaimClass.EXTRACTED,
                List.of(evidence));
    }

    static Block paragraph(Sentence... sentences) {
        return new Block.Paragraph(List.of(sentences));
    }

    /** Three columns, the last of numbers. */
    static Block table(int rows) {
        List<List<Sentence>> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String handler = "Vendor.Product.Catalogue.ItemsController.GetReviewsOfItemAsync" + i;
            String place = "src/Catalogue/ItemsController.cs:L" + (i + 1) + "-L" + (i + 1);
            cells.add(
                    List.of(
                            name("/api/catalogue/items/{itemIdentifier}/reviews/" + i, place),
                            name(handler, place),
                            words("" + i)));
        }
        return new Block.Table(
                List.of("Path", "Handler", "Calls"), List.of(false, false, true), cells);
    }

    static Block figure() {
        return new Block.Figure(
                new Diagram(
                        "figures-components",
                        Diagram.Kind.COMPONENTS,
                        false,
                        List.of(node("a", "<Shop> & Cart"), node("b", "礼品 Store")),
                        List.of(
                                new Diagram.Edge(
                                        "a", "b", words("reads"), "uses", List.of("calls@x")))),
                words("Who reads what.", "src/Shop.cs:L1-L9"));
    }

    private static Diagram.Node node(String id, String label) {
        return new Diagram.Node(id, words(label), "service", List.of());
    }
}
