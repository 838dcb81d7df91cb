package io.digitalworker.document.active;

import io.digitalworker.document.Sample;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.revision.AnswerMarkdown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * No file that a job publishes does anything but show, whatever the archive, the descriptor, a partial
 * document and revisions say. Whatever a payload would fetch is an address of the listener.
 */
class ActiveContentTest {
    private static Listener listener;
    private static List<String> payloads;
    private static Map<String, RenderedFile> artifacts;

    @TempDir Path directory;

    @BeforeAll
    static void publish() throws IOException {
        listener = new Listener();
        payloads = Payloads.asking(listener.address());
        artifacts = new LinkedHashMap<>(HostileJob.artifacts(payloads));
        artifacts.putAll(HostileFigures.of(payloads));
        answers();
    }

    /** Questions are quoted in an artifact too. */
    private static void answers() {
        Sample sample = Sample.example();
        List<WrittenDocument> documents =
                List.of(new WrittenDocument(sample.material(), sample.verified()));
        for (int i = 0; i < payloads.size(); i++) {
            AnswerMarkdown answer =
                    AnswerMarkdown.of(
                            sample.tree(), documents, "revision-1", payloads.get(i), Sample.AT);
            artifacts.put("answer" + i + "/answer.md", answer.markdown());
        }
    }

    @AfterAll
    static void close() {
        listener.close();
    }

    /** Else nothing below would show anything. */
    @Test
    void payloadsArriveInEveryKindOfFile() {
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
        Map<String, Integer> told = new LinkedHashMap<>();
        artifacts.forEach(
                (name, file) -> {
                    String text = new String(file.bytes(), UTF_8);
                    int found = 0;
                    for (String word :
                            List.of("onerror", "fetch", "javascript", "HYPERLINK", "!include")) {
                        found += text.contains(word) ? 1 : 0;
                    }
                    told.merge(name.substring(name.lastIndexOf('.')), found, Integer::sum);
                });
        assertThat(told).containsKeys(".md", ".html", ".svg", ".csv", ".yaml", ".json", ".pdf");
        for (String kind : List.of(".md", ".html", ".csv", ".yaml", ".svg")) {
            assertThat(told.get(kind)).as("payloads told by files of kind " + kind).isPositive();
        }
    }

    @Test
    void noFileHasAnythingActiveInIt() throws Exception {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        for (Map.Entry<String, RenderedFile> artifact : artifacts.entrySet()) {
            List<String> found = Inert.faults(artifact.getValue());
            if (!found.isEmpty()) {
                faults.put(artifact.getKey(), found.stream().distinct().limit(5).toList());
            }
        }
        assertThat(faults).as("what is active, by file").isEmpty();
    }

    /** What a browser goes by, which is told to look at nothing else ({@code nosniff}). */
    @Test
    void everyFileSaysWhatItIs() {
        Map<String, String> types =
                Map.of(
                        "html", "text/html; charset=utf-8",
                        "md", "text/markdown; charset=utf-8",
                        "csv", "text/csv; charset=utf-8",
                        "yaml", "application/yaml; charset=utf-8",
                        "svg", "image/svg+xml",
                        "pdf", "application/pdf",
                        "json", "application/json",
                        "zip", "application/zip");
        artifacts.forEach(
                (name, file) -> {
                    String ending = name.substring(name.lastIndexOf('.') + 1);
                    if (!name.startsWith("figures/")) {
                        assertThat(file.contentType()).as(name).isEqualTo(types.get(ending));
                    }
                });
    }

    @Test
    void nothingWasFetchedWhileFilesWereMade() {
        assertThat(listener.others())
                .as("requests while three documents were read, written and rendered four times")
                .isEmpty();
    }

    /** Also without the page's own security policy, which would hide what got through. */
    @Test
    void aBrowserFetchesNothingAndRunsNothing() throws Exception {
        Chromium browser = Chromium.found().orElse(null);
        assumeTrue(browser != null, "Not opened in a browser: .ci/run installs Chromium");
        try (Listener pages = new Listener()) {
            List<String> shown = new ArrayList<>();
            artifacts.forEach((name, file) -> serve(pages, name, file, shown));
            add(pages, "/figures.html", "text/html; charset=utf-8", figures(), shown);
            StringBuilder index = new StringBuilder("<!DOCTYPE html><title>all</title>");
            for (String path : shown) {
                index.append("<iframe src=\"").append(path).append("\"></iframe>\n");
            }
            pages.serve("/", "text/html", index.toString().getBytes(UTF_8));

            browser.open(pages.address() + "/", directory);

            assertThat(pages.served()).as("files that were opened").containsAll(shown);
            assertThat(pages.others()).as("asked of the server of the files").isEmpty();
            assertThat(listener.others()).as("asked of the payloads' server").isEmpty();
        }
    }

    /** The payloads work where nobody escapes them, so that the silence above means something. */
    @Test
    void aBrowserWouldFetchAndRunWhatIsNotEscaped() throws Exception {
        Chromium browser = Chromium.found().orElse(null);
        assumeTrue(browser != null, "Not opened in a browser: .ci/run installs Chromium");
        try (Listener attacker = new Listener()) {
            List<String> live = Payloads.asking(attacker.address());
            StringBuilder index = new StringBuilder("<!DOCTYPE html><title>all</title>");
            for (int i = 0; i < live.size(); i++) {
                attacker.serve(
                        "/live" + i, "text/html; charset=utf-8", live.get(i).getBytes(UTF_8));
                index.append("<iframe src=\"/live").append(i).append("\"></iframe>\n");
            }
            attacker.serve("/", "text/html", index.toString().getBytes(UTF_8));

            browser.open(attacker.address() + "/", directory);

            assertThat(attacker.others())
                    .as("what live payloads fetched")
                    .contains("/script", "/src.js", "/img.png", "/style.css", "/frame");
        }
    }

    private static void serve(Listener pages, String name, RenderedFile file, List<String> shown) {
        if (name.startsWith("figures/")) {
            return; // many: all on one page
        }
        String text = new String(file.bytes(), UTF_8);
        if (name.endsWith(".html")) {
            String open =
                    text.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
            assertThat(open).as("the page without its policy").isNotEqualTo(text);
            add(pages, "/" + name, "text/html; charset=utf-8", open, shown);
        } else if (name.endsWith(".svg")) {
            add(pages, "/" + name, "image/svg+xml", text, shown);
        } else if (name.endsWith(".md")) {
            add(pages, "/" + name + ".html", "text/html; charset=utf-8", live(text), shown);
        }
    }

    private static String figures() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><title>figures</title>\n");
        artifacts.forEach(
                (name, file) -> {
                    if (name.startsWith("figures/") && name.endsWith(".svg")) {
                        page.append(new String(file.bytes(), UTF_8));
                    }
                });
        return page.toString();
    }

    private static void add(
            Listener pages, String path, String type, String text, List<String> shown) {
        pages.serve(path, type, text.getBytes(UTF_8));
        shown.add(path);
    }

    /** As the most careless program shows Markdown: HTML let through, addresses of any scheme. */
    private static String live(String markdown) {
        var extensions = List.of(TablesExtension.create(), FootnotesExtension.create());
        String body =
                HtmlRenderer.builder()
                        .extensions(extensions)
                        .escapeHtml(false)
                        .sanitizeUrls(false)
                        .build()
                        .render(Inert.parsed(markdown));
        return "<!DOCTYPE html><meta charset=\"utf-8\"><title>a</title>" + body;
    }
}
