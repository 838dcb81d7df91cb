package io.digitalworker.local.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Five processes, the page that they serve, a browser for it, and the example to be submitted. */
final class PagePlant implements AutoCloseable {
    static final String ARCHIVE = "Choose a ZIP file with the source code";

    final SourceGate source = new SourceGate();
    final Plant plant;
    final Chromium chromium;
    final byte[] archive;
    final byte[] descriptor;

    PagePlant(Path directory, Path browser) throws IOException {
        Path example = Home.find().example();
        archive = Submission.zip(example.resolve("plugin"));
        descriptor = Files.readAllBytes(example.resolve("descriptor.json"));
        Map<String, String> impatient = Map.of("MP_MESSAGING_INCOMING_GENERATE_BACK_OFF", "0S");
        plant = Plant.start(directory, source, Map.of(Service.GENERATOR, impatient));
        chromium = Chromium.start(browser);
    }

    PageVisitor visitor(Chromium.Look look) {
        return chromium.visit(plant.api(), look);
    }

    /** Fills the form with the example, and waits until it can be sent. */
    void fillExample(PageVisitor visitor) {
        visitor.open("#/");
        visitor.tab("JSON").click();
        visitor.chooses(
                "Choose a JSON file with the descriptor",
                "descriptor.json",
                descriptor,
                "application/json");
        visitor.tab("Form").click();
        visitor.chooses(ARCHIVE, "gift-wrapping.zip", archive, "application/zip");
        visitor.page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("gift-wrapping.zip (ready)"))
                .waitFor();
    }

    /** The example as a job that was not submitted from a page. */
    String job() {
        String text = new String(descriptor, StandardCharsets.UTF_8);
        return Submission.of(plant.api(), archive, text, "{}").send().path("jobId");
    }

    /** As many jobs as said, none of which writes anything; the list has them when this returns. */
    void estimates(int count) {
        String one =
                """
                {"descriptor": {"moduleName": "Counted", "version": "1",
                                "features": [{"id": "F-1", "description": "counts"}]},
                 "options": {"scenario": "greenfield", "estimateOnly": true}}
                """;
        String all = String.join(",", Collections.nCopies(count, one));
        given().baseUri(plant.api().toString())
                .contentType("application/json")
                .body("{\"submissions\": [" + all + "]}")
                .post("/v1/batches")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> assertThat(listed()).isGreaterThanOrEqualTo(count));
    }

    private int listed() {
        return given().baseUri(plant.api().toString())
                .get("/v1/jobs?limit=100")
                .path("jobs.findAll { it.moduleName == 'Counted' }.size()");
    }

    @Override
    public void close() throws IOException {
        chromium.close();
        plant.close();
    }
}
