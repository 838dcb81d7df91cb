package io.digitalworker.local.launcher.terminal;

import java.io.PrintStream;
import java.util.Map;

/**
 * Lines for a person. On a terminal a line may be redrawn in place and is coloured unless {@code
 * NO_COLOR} is set (no-color.org); elsewhere there are plain lines only.
 */
public final class Console {
    private final PrintStream out;
    private final boolean terminal;
    private final boolean colour;
    private boolean open;

    public Console(PrintStream out, boolean terminal, boolean colour) {
        this.out = out;
        this.terminal = terminal;
        this.colour = colour && terminal;
    }

    public static Console standard() {
        return of(System.out, "digitalworker.terminal", System.getenv());
    }

    /** For commands whose standard output is not for people. */
    public static Console standardError() {
        return of(System.err, "digitalworker.terminal.error", System.getenv());
    }

    /** A terminal that calls itself dumb is none: it cannot redraw. */
    static Console of(PrintStream out, String property, Map<String, String> environment) {
        boolean terminal = Boolean.getBoolean(property) && !"dumb".equals(environment.get("TERM"));
        return new Console(out, terminal, environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Whether {@link #redraw} shows anything. */
    public boolean isTerminal() {
        return terminal;
    }

    /** A line that stays. */
    public synchronized void line(String text) {
        erase();
        out.println(text);
    }

    /** The line being drawn, replaced by the next call of either method; nothing off a terminal. */
    public synchronized void redraw(String text) {
        if (terminal) {
            erase();
            out.print(text);
            out.flush();
            open = true;
        }
    }

    /** What passes, but matters where nothing can be redrawn as well: a line there. */
    public void passing(String text) {
        if (terminal) {
            redraw(text);
        } else {
            line(text);
        }
    }

    /** Asks; the answer stands behind it. */
    public synchronized void prompt(String question) {
        erase();
        out.print(question);
        out.flush();
    }

    public String good(String text) {
        return paint("32", text);
    }

    public String bad(String text) {
        return paint("31", text);
    }

    public String quiet(String text) {
        return paint("2", text);
    }

    /** Takes the line being drawn away. */
    public synchronized void erase() {
        if (open) {
            out.print("\r\u001b[2K");
            out.flush();
            open = false;
        }
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
