package io.digitalworker.local.launcher.terminal;

import java.io.PrintStream;

/**
 * Lines for a person. On a terminal a line may be redrawn in place and is coloured unless {@code
 * NO_COLOR} is set; elsewhere there are plain lines only.
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
        return new Console(
                System.out,
                Boolean.getBoolean("digitalworker.terminal"),
                System.getenv("NO_COLOR") == null);
    }

    /** For commands whose standard output is not for people. */
    public static Console standardError() {
        return new Console(System.err, false, false);
    }

    /** Whether {@link #redraw} shows anything. */
    public boolean isTerminal() {
        return terminal;
    }

    /** A line that stays. */
    public void line(String text) {
        erase();
        out.println(text);
    }

    /** The line being drawn, replaced by the next call of either method; nothing off a terminal. */
    public void redraw(String text) {
        if (terminal) {
            erase();
            out.print(text);
            out.flush();
            open = true;
        }
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

    private void erase() {
        if (open) {
            out.print("\r\u001b[2K");
            open = false;
        }
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
