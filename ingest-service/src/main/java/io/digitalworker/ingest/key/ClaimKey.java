package io.digitalworker.ingest.key;

import io.digitalworker.ingest.Caller;
import io.digitalworker.ledger.KeyClaim;
import io.digitalworker.ledger.LedgerUnavailable;
import io.digitalworker.ledger.RequestKeys;
import io.digitalworker.ledger.Retention;
import io.digitalworker.runtime.DuePasses;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Claims the key that a request came with, before its body is read, and keeps the claim for as long as
 * the request takes. What a process that was killed had claimed is free when its claim has ended.
 */
@Singleton
public final class ClaimKey {
    private static final Logger LOG = Logger.getLogger(ClaimKey.class);

    private final RequestKeys keys;
    private final Retention retention;
    private final DuePasses passes;
    private final Set<KeyClaim.Held> held = ConcurrentHashMap.newKeySet();

    ClaimKey(RequestKeys keys, Retention retention, DuePasses passes) {
        this.keys = keys;
        this.retention = retention;
        this.passes = passes;
    }

    void start(@Observes StartupEvent event) {
        passes.every("request keys", retention.keyClaim().dividedBy(3), this::renew);
    }

    /**
     * The key for this request; empty while another request under it is being answered.
     *
     * @param route what is asked: the same key elsewhere is another one
     * @param key as the caller chose it
     */
    public Optional<RequestKey> claim(Caller caller, String route, String key) {
        KeyClaim claim = keys.claim(caller.principal(), route, key);
        if (claim instanceof KeyClaim.Held mine) {
            held.add(mine);
            return Optional.of(RequestKey.held(mine, this::end));
        }
        return claim instanceof KeyClaim.Done done
                ? Optional.of(RequestKey.done(done))
                : Optional.empty();
    }

    private void renew() {
        held.forEach(keys::renew);
    }

    /** Where the ledger is away the claim ends by itself. */
    private void end(KeyClaim.Held mine, boolean committed) {
        held.remove(mine);
        if (committed) {
            return;
        }
        try {
            keys.release(mine);
        } catch (LedgerUnavailable e) {
            LOG.warnf("a request's key is free when its claim has ended: %s", e.getMessage());
        }
    }
}
