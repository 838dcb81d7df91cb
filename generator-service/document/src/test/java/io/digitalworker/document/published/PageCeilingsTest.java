package io.digitalworker.document.published;

import com.lowagie.text.pdf.PdfReader;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.rendering.RenderedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages of the real files of a module of ordinary size, with title page, contents and footnotes. */
class PageCeilingsTest {
    private static final Map<String, Integer> CEILINGS =
            Map.of("overview", 10, "standard", 25, "comprehensive", 60);

    static Stream<Arguments> documents() {
        List<Arguments> all = new ArrayList<>();
        Case.all()
                .forEach(
                        asked ->
                                CEILINGS.forEach(
                                        (detail, ceiling) ->
                                                asked.documents(detail)
                                                        .forEach(
                                                                material ->
                                                                        all.add(
                                                                                Arguments.of(
                                                                                        asked,
                                                                                        material,
                                                                                        ceiling)))));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyDocumentKeepsToThePagesOfItsDetail(Case asked, Material material, int ceiling)
            throws IOException {
        String name = material.outline().document() + ", " + material.outline().detail().key();
        int pages = pages(asked.rendered(material));
        System.out.printf("%s, %s: %d of %d pages%n", asked, name, pages, ceiling);
        assertThat(pages).as(name).isBetween(4, ceiling);
    }

    private static int pages(List<RenderedFile> files) throws IOException {
        RenderedFile pdf =
                files.stream()
                        .filter(file -> file.name().endsWith(".pdf"))
                        .findFirst()
                        .orElseThrow();
        try (PdfReader reader = new PdfReader(pdf.bytes())) {
            return reader.getNumberOfPages();
        }
    }
}
