package io.digitalworker.local.issuer;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Runs an issuer for trying out the mode {@code jwt} by hand. The argument is its port. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        try (IssuerDouble issuer = IssuerDouble.start(port)) {
            System.out.println(
                    "AUTH_MODE=jwt AUTH_ISSUER="
                            + issuer.issuer()
                            + " AUTH_CLIENT_IDS="
                            + IssuerDouble.CLIENT);
            new CountDownLatch(1).await();
        }
    }
}
