package io.digitalworker.notifier.webhook;

import io.digitalworker.ledger.WebhookKeys;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** As the ledger has it: for a day after a secret was replaced, the former one signs too. */
@Singleton
final class SigningVersionsInLedger implements SigningVersions {
    private final WebhookKeys keys;
    private final Clock clock;

    SigningVersionsInLedger(WebhookKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<Integer> of(String principal) {
        return keys.of(principal).signing(clock.instant());
    }
}
