package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.Printable;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The secret of the caller's webhooks. */
@Command(
        name = "secret",
        mixinStandardHelpOptions = true,
        description = "Prints the secret that signs your webhooks (Standard Webhooks).")
public final class SecretCommand extends RemoteCommand {
    @Option(names = "--rotate", description = "Make a new one; the old one signs as well for 24 h.")
    private boolean rotate;

    public SecretCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(FactoryClient client) throws IOException {
        JsonNode secret = rotate ? client.rotateWebhookSecret() : client.webhookSecret();
        if (!json()) {
            console().line(Printable.of(secret.path("secret").asText()));
        }
        JsonNode previous = secret.path("previous");
        if (!json() && previous.hasNonNull("until")) {
            around().error()
                    .line(
                            "The one before signs as well until "
                                    + Printable.of(previous.path("until").asText()));
        }
        document(secret);
        return DONE;
    }
}
