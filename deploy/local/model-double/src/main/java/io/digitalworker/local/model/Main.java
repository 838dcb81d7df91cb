package io.digitalworker.local.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The double as a process of its own. It ends when its standard input does. */
public final class Main {
    private Main() {}

    /** @param args port (0 for any free one) and file of the history */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: PORT HISTORY");
            System.exit(2);
        }
        Path history = Path.of(args[1]);
        try (ModelDouble model =
                ModelDouble.start(Integer.parseInt(args[0]), history, new TruthfulAnswerer())) {
            System.out.println(model.endpoint());
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
