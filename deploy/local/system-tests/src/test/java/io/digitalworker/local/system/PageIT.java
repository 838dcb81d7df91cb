package io.digitalworker.local.system;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.digitalworker.local.launcher.installation.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static io.digitalworker.local.system.Chromium.Look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The web page as people use it, in a real browser and against five real processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageIT {
    private static final String ANSWER = "Thistlebrook asks for ten orders a second";

    private static final String COVERED =
            "[...document.querySelectorAll('.questions textarea')].filter(area =>"
                    + " area.getBoundingClientRect().bottom >"
                    + " document.querySelector('.actions.sticky').getBoundingClientRect().top).length";

    private PagePlant here;
    private String first;
    private String revised;
    private String estimated;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        assumeTrue(Chromium.find().isPresent(), "The page is not tried: there is no Chromium here");
        here = new PagePlant(directory, Chromium.find().orElseThrow());
    }

    @AfterAll
    void end() throws IOException {
        if (here != null) {
            here.close();
        }
    }

    @Test
    @Order(1)
    void anEmptyFormSaysAtEachFieldWhatToDo() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.PHONE)) {
            visitor.open("#/");
            visitor.state("form");
            visitor.button("Write the specification").click();
            visitor.sees("Choose a ZIP file with the source code, or the starting point");
            visitor.sees("Give a name of 1 to 120 letters");
            visitor.sees("5 things are still to be corrected");
            assertThat(visitor.page().evaluate("document.activeElement.type"))
                    .as("the focus is at the first field to be corrected, the archive")
                    .isEqualTo("file");
            visitor.state("form-faults");
        }
    }

    @Test
    @Order(2)
    void theExampleIsSubmittedFollowedAndRead() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.DESK)) {
            here.fillExample(visitor);
            visitor.state("form-filled");
            visitor.button("Write the specification").click();
            first = visitor.job();
            visitor.page().locator(".stages, .preview").first().waitFor();
            visitor.state("live");
            visitor.page().locator(".preview .document h1").waitFor();
            visitor.sees("could not be written completely");
            visitor.state("document");
            openEvidence(visitor);
            visitor.state("evidence");
            visitor.page().keyboard().press("Escape");
            assertThat(visitor.page().locator(".evidence").isVisible()).isFalse();
            for (String part : List.of("Quality", "Files", "Activity")) {
                visitor.tab(part).click();
                visitor.state(part.toLowerCase(java.util.Locale.ROOT));
            }
            visitor.page().reload();
            visitor.sees("What happened");
        }
    }

    private static void openEvidence(PageVisitor visitor) {
        visitor.page().locator(".document sup a").first().click();
        Locator listing = visitor.page().locator(".evidence .listing .line.meant").first();
        listing.waitFor();
        assertThat(visitor.page().locator(".evidence-path").textContent()).contains(".cs");
        assertThat(visitor.page().locator(".document .cited").count()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void anAnswerStartsARevisionThatSaysIt() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.DESK)) {
            visitor.open("#/jobs/" + first + "/review");
            visitor.page().locator(".questions textarea").first().fill(ANSWER);
            visitor.state("review");
            assertThat(visitor.page().evaluate(COVERED))
                    .as("questions under the button while one is answered")
                    .isEqualTo(0);
            visitor.button("Revise with 1 answer").click();
            visitor.sees("A revision of");
            revised = visitor.job();
            assertThat(revised).isNotEqualTo(first);
            visitor.page().locator(".preview .document h1").waitFor();
            visitor.page()
                    .locator(".document", new Page.LocatorOptions().setHasText(ANSWER))
                    .waitFor();
            visitor.tab("Review").click();
            visitor.page().locator(".revisions li").nth(1).waitFor();
            visitor.state("revised");
        }
    }

    @Test
    @Order(4)
    void everythingIsDownloadedAtOnce() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.DESK)) {
            visitor.open("#/jobs/" + first + "/files");
            Locator link = visitor.page().getByText("Download all");
            link.waitFor();
            Download download = visitor.page().waitForDownload(link::click);
            assertThat(download.suggestedFilename()).isEqualTo("bundle.zip");
            try (InputStream in = download.createReadStream()) {
                assertThat(names(in))
                        .contains("srs.pdf", "srs.html", "report.json", "evidence.json");
            }
        }
    }

    @Test
    @Order(5)
    void whatIsWrongWithAnArchiveStandsAtIt() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.DARK)) {
            here.fillExample(visitor);
            visitor.chooses(
                    PagePlant.ARCHIVE,
                    "notes.txt",
                    "no zip".getBytes(StandardCharsets.UTF_8),
                    "text/plain");
            visitor.sees("This is not a ZIP file");
            visitor.chooses(
                    PagePlant.ARCHIVE,
                    "escape.zip",
                    Submission.zip("../escape.cs", "class A {}"),
                    "application/zip");
            visitor.button("Write the specification").click();
            visitor.page()
                    .locator(
                            ".field .fault",
                            new Page.LocatorOptions().setHasText("leads out of it"))
                    .waitFor();
            visitor.state("refused-archive");
        }
    }

    @Test
    @Order(6)
    void aFailedJobSaysWhyAndWhatToDo() throws IOException {
        here.source.fault.on = true;
        try (PageVisitor visitor = here.visitor(Look.GERMAN)) {
            visitor.open("#/");
            visitor.page().locator("html[lang=de]").waitFor();
            visitor.page().evaluate("localStorage.setItem('digital-worker.language', 'de')");
            visitor.tab("JSON").click();
            visitor.chooses(
                    "JSON-Datei mit dem Auftrag wählen",
                    "d.json",
                    here.descriptor,
                    "application/json");
            visitor.chooses(
                    "ZIP-Datei mit dem Quellcode wählen", "a.zip", here.archive, "application/zip");
            visitor.button("Spezifikation schreiben").click();
            visitor.sees("Der Job ist mehrmals gescheitert");
            visitor.state("failed");
            visitor.button("Neu einreichen").click();
            assertThat(visitor.page().locator(".features textarea").first().inputValue())
                    .as("the form has again what was submitted")
                    .isNotEmpty();
        } finally {
            here.source.fault.on = false;
        }
    }

    @Test
    @Order(7)
    void anEstimateIsShownAndNothingIsWritten() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.DESK)) {
            here.fillExample(visitor);
            visitor.page().getByText("Limits, estimate and notification").click();
            visitor.page().getByText("Only estimate the cost").click();
            visitor.button("Estimate the cost").click();
            visitor.sees("It would cost nothing");
            estimated = visitor.job();
            visitor.state("estimate");
        }
    }

    @Test
    @Order(8)
    void withoutANetworkThePageIsThereAndSaysSo() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.PHONE)) {
            visitor.open("#/jobs");
            visitor.page().locator(".job-card").first().waitFor();
            visitor.state("jobs");
            visitor.page().waitForFunction("() => navigator.serviceWorker.controller !== null");
            visitor.context().setOffline(true);
            visitor.sees("There is no network.");
            visitor.page().reload();
            visitor.sees("There is no network.");
            visitor.forgive("net::ERR_INTERNET_DISCONNECTED");
            visitor.state("offline");
            assertThat(kept(visitor))
                    .as("what the page keeps")
                    .isNotEmpty()
                    .noneMatch(url -> url.contains("/v1/") || url.contains("X-Amz"));
            visitor.context().setOffline(false);
            visitor.button("Try again").click();
            visitor.page().locator(".job-card").first().waitFor();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> kept(PageVisitor visitor) {
        return (List<String>)
                visitor.page()
                        .evaluate(
                                "async () => (await Promise.all((await caches.keys()).map(async"
                                        + " name => (await (await caches.open(name)).keys()).map(r =>"
                                        + " r.url)))).flat()");
    }

    @Test
    @Order(9)
    void onAPhoneInHindiAndInTheDarkItReadsAsWell() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.HINDI_PHONE)) {
            visitor.open("#/");
            visitor.page().locator("html[lang=hi]").waitFor();
            visitor.state("form");
            visitor.open("#/jobs/" + first);
            visitor.page().locator(".preview .document h1").waitFor();
            visitor.page().locator(".document sup a").first().click();
            visitor.page().locator(".evidence .listing").first().waitFor();
            visitor.state("evidence");
            visitor.open("#/jobs/" + first + "/review");
            visitor.page().locator(".questions").waitFor();
            visitor.state("review");
        }
    }

    @Test
    @Order(16)
    void whereTheSourceIsGoneTheWayIsANewSubmission() throws IOException {
        here.plant.moveClock(Duration.ofHours(23).plusMinutes(45));
        try (PageVisitor visitor = here.visitor(Look.DARK)) {
            visitor.open("#/jobs/" + first + "/review");
            visitor.page().getByLabel("Your question").fill("What runs low?");
            visitor.button("Ask").click();
            visitor.sees("It is no longer there");
            visitor.state("expired");
            visitor.button("Submit it anew").click();
            visitor.sees("Misc.GiftWrapping");
            assertThat(visitor.page().url()).endsWith("/#/");
        }
    }

    @Test
    @Order(14)
    void deletingIsConfirmedAndDoneAtOnce() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.DESK)) {
            visitor.open("#/jobs/" + estimated);
            visitor.button("Delete").click();
            visitor.state("delete");
            visitor.button("Cancel").click();
            visitor.button("Delete").click();
            visitor.button("Delete everything").click();
            visitor.sees("Everything of this job was deleted");
            visitor.state("deleted");
        }
    }

    @Test
    @Order(15)
    void whoeverHasToSignInDoesSoAtTheIssuerAndComesBack() throws IOException {
        try (GuardedIngest guarded = GuardedIngest.start(here.plant);
                PageVisitor visitor = here.chromium.visit(guarded.address(), Look.DESK)) {
            visitor.open("#/jobs");
            visitor.state("sign-in");
            visitor.button("Sign in").click();
            visitor.page().getByLabel("Name").fill("asha");
            visitor.page().getByText("Sign in").click();
            visitor.sees("There is no job here yet");
            assertThat(visitor.page().url()).endsWith("/#/jobs");
            visitor.state("signed-in");
            visitor.page().reload();
            visitor.sees("There is no job here yet");
            assertThat(guarded.issuer().refreshed()).as("a reload refreshes").isEqualTo(1);
            visitor.button("Sign out").click();
            visitor.page().locator(".door").waitFor();
            visitor.page().navigate(guarded.address() + "/?code=forged&state=forged");
            visitor.sees("does not belong to this page");
            visitor.state("sign-in-fault");
        }
    }

    @Test
    @Order(10)
    void anIdeaIsPutInOrderByKeyboardAndNeedsNoArchive() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.DESK)) {
            visitor.open("#/");
            visitor.page().getByText("Only an idea").click();
            visitor.field("Module").fill("Tea house");
            visitor.field("Version").fill("1");
            Locator rows = visitor.page().locator(".features .row");
            rows.first().locator("input").fill("TEA-2");
            rows.first().locator("textarea").fill("A guest pays for the tea");
            visitor.button("Add a feature").click();
            visitor.page().keyboard().press("ControlOrMeta+a");
            visitor.page().keyboard().type("TEA-1");
            visitor.page().keyboard().press("Tab");
            visitor.page().keyboard().type("A guest orders a tea");
            visitor.page().keyboard().press("Alt+ArrowUp");
            assertThat(rows.first().locator("textarea:focus").inputValue())
                    .as("the row is the first one now, and is still being written")
                    .isEqualTo("A guest orders a tea");
            visitor.button("Write the specification").click();
            visitor.page().locator(".preview .document h1").waitFor();
            assertThat(visitor.page().locator(".document").textContent())
                    .containsSubsequence("A guest orders a tea", "A guest pays for the tea");
            visitor.state("idea");
        }
    }

    @Test
    @Order(11)
    void aQuestionIsAnsweredMoreIsToldAndTheDocumentsAreApproved() throws IOException {
        try (PageVisitor visitor = here.visitor(Look.DARK)) {
            visitor.open("#/jobs/" + first + "/review");
            visitor.page().getByLabel("Your question").fill("Where are wrapping papers kept?");
            visitor.button("Ask").click();
            visitor.sees("A revision of");
            visitor.sees("Where are wrapping papers kept?");
            visitor.state("answer");
            asks(visitor, "More detail", "Tell more");
            asks(visitor, "Approve", "Approve the documents");
            visitor.page()
                    .locator(".document", new Page.LocatorOptions().setHasText("approved"))
                    .waitFor();
        }
    }

    /** Asks it of the first documents, and waits for the revised ones. */
    private void asks(PageVisitor visitor, String action, String button) {
        visitor.open("#/jobs/" + first + "/review");
        visitor.page().getByLabel(action).check();
        visitor.button(button).click();
        visitor.sees("A revision of");
        visitor.page().locator(".preview .document h1").waitFor();
    }

    @Test
    @Order(12)
    void theListOfJobsGoesOnWhenAskedAndIsFiltered() throws IOException {
        here.estimates(20);
        try (PageVisitor visitor = here.visitor(Look.DESK)) {
            visitor.open("#/jobs");
            Locator jobs = visitor.page().locator(".job-card");
            visitor.button("Show more").click();
            jobs.nth(20).waitFor();
            assertThat(jobs.nth(20).evaluate("card => card === document.activeElement"))
                    .as("the focus is at the first job that was not there before")
                    .isEqualTo(true);
            visitor.state("jobs");
            visitor.page().getByLabel("Show").selectOption("Failed");
            visitor.page().waitForCondition(() -> jobs.count() == 1);
            assertThat(jobs.first().textContent()).contains("Failed");
        }
    }

    @Test
    @Order(13)
    void aRunningJobIsFollowedByItsStreamAndByAskingWhereThereIsNone() throws IOException {
        here.source.shut();
        try (PageVisitor visitor = here.visitor(Look.DESK);
                Follower follower = new Follower(visitor)) {
            follower.cutStreams();
            visitor.open("#/jobs/" + here.job());
            follower.asksForTheStatusAgainAndAgain();
            follower.letStreams();
            assertThat(follower.nextStream().headerValue("content-type"))
                    .startsWith("text/event-stream");
            assertThat(follower.statusesAskedInAMinute())
                    .as("with a stream, only what it tells is asked after; every 5 s would be 12")
                    .isLessThan(6);
            here.plant.kill(Service.INGEST);
            visitor.sees("The service cannot be reached");
            here.plant.restart(Service.INGEST);
            assertThat(follower.nextStream().request().headerValue("last-event-id"))
                    .as("the stream goes on where it was cut")
                    .matches("\\d+");
            here.source.open();
            visitor.page().locator(".preview .document h1").waitFor();
        } finally {
            here.source.open();
        }
    }

    private static List<String> names(InputStream zipped) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(zipped)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
