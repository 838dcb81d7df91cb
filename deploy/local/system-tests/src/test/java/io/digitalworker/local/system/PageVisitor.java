package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.digitalworker.local.launcher.installation.Home;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody at the web page. What the page must never do is watched from the first request on: errors in
 * the console, violations of its policy, requests to anybody but the API and the object store.
 */
final class PageVisitor implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double PATIENCE_MS = 60_000;

    /** Chromium's own line about each answer above 399, which may be meant. */
    private static final String REFUSED = "Failed to load resource: the server responded";

    private static final String TELL_VIOLATIONS =
            "document.addEventListener('securitypolicyviolation', e =>"
                    + " console.error('violated: ' + e.violatedDirective + ' ' + e.blockedURI));";

    private final BrowserContext context;
    private final Page page;
    private final URI home;
    private final Chromium.Look look;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> strangers = new CopyOnWriteArrayList<>();

    PageVisitor(BrowserContext context, URI home, Chromium.Look look) {
        this.context = context;
        this.home = home;
        this.look = look;
        context.addInitScript(TELL_VIOLATIONS);
        context.setDefaultTimeout(PATIENCE_MS);
        this.page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
        context.onRequest(request -> meet(request.url()));
    }

    private void hear(ConsoleMessage message) {
        boolean bad = message.type().equals("error") || message.type().equals("warning");
        if (bad && !message.text().startsWith(REFUSED)) {
            complaints.add(message.type() + ": " + message.text());
        }
    }

    private void meet(String url) {
        boolean local =
                url.startsWith("http://127.0.0.1:")
                        || url.startsWith("data:")
                        || url.startsWith("blob:");
        if (!local) {
            strangers.add(url);
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to an address of the page, such as {@code #/jobs}. */
    void open(String hash) {
        page.navigate(home + "/" + hash);
        page.locator("h1").first().waitFor();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator tab(String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    /** Where a text of one line is written. */
    Locator field(String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    /** Waits until it is shown. */
    void sees(String text) {
        text(text).first().waitFor();
    }

    void chooses(String label, String name, byte[] content, String type) {
        page.getByLabel(label).setInputFiles(new FilePayload(name, type, content));
    }

    /** The id of the job whose page this is. */
    String job() {
        page.waitForURL(Pattern.compile(".*#/jobs/[^/]+.*"));
        return page.url().replaceFirst(".*#/jobs/([^/]+).*", "$1");
    }

    /**
     * Keeps a picture, and judges the state by axe-core: nothing serious or critical, nothing wider than
     * the window, no complaint until now.
     */
    void state(String name) throws IOException {
        keepPicture(name);
        assertThat(findings()).as("what axe-core finds in '%s', %s", name, look.name()).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("'%s' is not wider than %d pixels", name, look.width())
                .isTrue();
        isQuiet(name);
    }

    /** Of what is in the window. */
    private void keepPicture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(pictures().resolve(name + "-" + look.name() + ".png"))
                        // hiding the caret would need a style that the policy forbids
                        .setCaret(ScreenshotCaret.INITIAL));
    }

    void isQuiet(String name) {
        assertThat(complaints).as("errors and violations in the console at '%s'", name).isEmpty();
        assertThat(strangers).as("requests to others at '%s'", name).isEmpty();
    }

    /** Forgets what was meant to happen, such as a network that is gone. */
    void forgive(String expected) {
        complaints.removeIf(complaint -> complaint.contains(expected));
    }

    private List<String> findings() throws IOException {
        page.evaluate(Axe.SCRIPT);
        Object found =
                page.evaluate(
                        "async () => JSON.stringify((await axe.run(document, {preload: false,"
                                + " runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                                + " 'best-practice']})).violations)");
        List<String> findings = new CopyOnWriteArrayList<>();
        for (JsonNode violation : JSON.readTree((String) found)) {
            String impact = violation.get("impact").asText();
            if (impact.equals("serious") || impact.equals("critical")) {
                findings.add(
                        impact
                                + " "
                                + violation.get("id").asText()
                                + ": "
                                + violation.get("nodes").findValuesAsText("html")
                                + violation.get("nodes").findValuesAsText("failureSummary"));
            }
        }
        return findings;
    }

    private static Path pictures() {
        return Home.find().root().resolve("deploy/local/system-tests/target/page-pictures");
    }

    @Override
    public void close() {
        context.close();
    }

    /** Read when the first state is judged. */
    private static final class Axe {
        static final String SCRIPT = read();

        private static String read() {
            try (InputStream in = PageVisitor.class.getResourceAsStream("/axe.min.js")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException("axe-core is on the class path", e);
            }
        }
    }
}
