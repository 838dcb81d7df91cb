package io.digitalworker.document.publication;

import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.diagram.Drawing;
import io.digitalworker.document.diagram.Splitting;
import io.digitalworker.document.diagram.Svg;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.rendering.RenderedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pictures of the documents, {@code diagrams/<id>.svg}; one that several documents show, once. */
final class DiagramFiles {
    private static final String SVG = "image/svg+xml";

    private DiagramFiles() {}

    static List<RenderedFile> of(List<WrittenDocument> documents) {
        Map<String, RenderedFile> files = new TreeMap<>();
        for (WrittenDocument document : documents) {
            for (SectionDraft draft : document.translation().drafts()) {
                for (Block block : draft.blocks()) {
                    if (block instanceof Block.Figure figure) {
                        Splitting.of(figure.diagram())
                                .forEach(part -> add(part, figure.caption().shown(), files));
                    }
                }
            }
        }
        return List.copyOf(files.values());
    }

    private static void add(Diagram part, String caption, Map<String, RenderedFile> files) {
        String name = "diagrams/" + part.id() + ".svg";
        if (!files.containsKey(name)) {
            String svg = Svg.of(Drawing.of(part), caption);
            files.put(name, new RenderedFile(name, SVG, svg.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
