package io.digitalworker.document.diagram;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.diagram.Drawing.Box;
import io.digitalworker.document.diagram.Drawing.Line;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.writing.figures.Figures;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class DrawingTest {
    private static List<Diagram> ofTheExample() {
        Material material = Sample.example().material();
        return Stream.of(
                        Figures.components(material),
                        Figures.entities(material),
                        Figures.sequences(material, 4))
                .flatMap(List::stream)
                .map(Block.Figure::diagram)
                .toList();
    }

    @Test
    void noBoxesOverlap() {
        for (Diagram diagram : ofTheExample()) {
            List<Box> boxes = Drawing.of(diagram).boxes();
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = i + 1; j < boxes.size(); j++) {
                    assertThat(apart(boxes.get(i), boxes.get(j))).as(diagram.id()).isTrue();
                }
            }
        }
    }

    private static boolean apart(Box a, Box b) {
        return a.x() + a.w() <= b.x()
                || b.x() + b.w() <= a.x()
                || a.y() + a.h() <= b.y()
                || b.y() + b.h() <= a.y();
    }

    @Test
    void noArrowCrossesABox() {
        for (Diagram diagram : ofTheExample()) {
            Drawing drawing = Drawing.of(diagram);
            if (diagram.kind() == Kind.COMPONENTS) {
                for (Line line : drawing.lines()) {
                    assertThat(drawing.boxes()).as(diagram.id()).noneMatch(b -> within(line, b));
                }
            }
        }
    }

    /** Whether the inner part of the line has points well inside; a box's own rule lies on its rim. */
    private static boolean within(Line line, Box box) {
        boolean rule = line.y1() == line.y2() && !line.arrowHead() && line.x1() == box.x();
        return !rule
                && IntStream.range(1, 50)
                        .mapToDouble(i -> i / 50.0)
                        .anyMatch(
                                t -> {
                                    double x = line.x1() + (line.x2() - line.x1()) * t;
                                    double y = line.y1() + (line.y2() - line.y1()) * t;
                                    return x > box.x() + 1
                                            && x < box.x() + box.w() - 1
                                            && y > box.y() + 1
                                            && y < box.y() + box.h() - 1;
                                });
    }

    @Test
    void everyFigureOfTheExampleFitsAPageUnshrunk() {
        assertThat(ofTheExample())
                .isNotEmpty()
                .allMatch(diagram -> Drawing.of(diagram).fits())
                .allMatch(diagram -> Splitting.of(diagram).equals(List.of(diagram)));
    }

    @Test
    void aDiagramThatIsTooLargeIsSplitAndEveryEdgeIsInOnePart() {
        List<String> names = IntStream.range(0, 90).mapToObj(i -> "Service" + i).toList();
        for (Kind kind : Kind.values()) {
            Diagram large = HostileDiagrams.of(kind, names);
            List<Diagram> parts = Splitting.of(large);
            assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> Drawing.of(part).fits());
            List<Edge> edges = new ArrayList<>();
            parts.forEach(part -> edges.addAll(part.edges()));
            assertThat(edges).containsExactlyInAnyOrderElementsOf(large.edges());
            assertThat(parts).extracting(Diagram::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void svgHoldsEveryNameAndNothingActive() {
        for (Kind kind : Kind.values()) {
            Diagram diagram = HostileDiagrams.of(kind, HostileDiagrams.NAMES.subList(0, 40));
            for (Diagram part : Splitting.of(diagram)) {
                String svg = Svg.of(Drawing.of(part), "<title> & \"more\"");
                assertThat(svg)
                        .doesNotContain("<script")
                        .doesNotContain("href")
                        .doesNotContain("url(")
                        .doesNotContain("<image");
                assertThat(loaded(svg).size().getWidth()).isPositive();
            }
        }
    }

    private static SVGDocument loaded(String svg) {
        SVGDocument document =
                new SVGLoader()
                        .load(
                                new ByteArrayInputStream(svg.getBytes(UTF_8)),
                                null,
                                LoaderContext.createDefault());
        assertThat(document).isNotNull();
        return document;
    }
}
