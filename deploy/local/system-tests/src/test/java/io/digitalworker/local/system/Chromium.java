package io.digitalworker.local.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, driven from here; none is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright driver;
    private final Browser browser;

    private Chromium(Playwright driver, Browser browser) {
        this.driver = driver;
        this.browser = browser;
    }

    /** Where it is, if it is on the path. */
    static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path executable) {
        Playwright driver =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setExecutablePath(executable);
        if (System.getProperty("user.name").equals("root")) {
            options.setArgs(List.of("--no-sandbox"));
        }
        return new Chromium(driver, driver.chromium().launch(options));
    }

    /** Somebody with a fresh browser, at the page of an installation. */
    PageVisitor visit(URI page, Look look) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(look.width(), look.height())
                                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale(look.locale()));
        return new PageVisitor(context, page, look);
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
    }

    /** How somebody looks at the page. */
    record Look(String name, int width, int height, boolean dark, String locale) {
        static final Look DESK = new Look("desk", 1360, 900, false, "en-GB");
        static final Look PHONE = new Look("phone", 360, 780, false, "en-GB");
        static final Look DARK = new Look("dark", 1360, 900, true, "en-GB");
        static final Look GERMAN = new Look("german", 1360, 900, false, "de-DE");
        static final Look HINDI_PHONE = new Look("hindi-phone", 360, 780, true, "hi-IN");
    }
}
