package io.digitalworker.ingest.check;

import io.digitalworker.api.CallbackAddress;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Options;
import io.digitalworker.runtime.HostAddresses;
import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Refuses a callback address that no webhook would be sent to (design §4.4). */
@Singleton
final class CallbackCheck {
    private final CallbackAddress rule;
    private final HostAddresses hosts;

    @Inject
    CallbackCheck(ServiceConfig config, HostAddresses hosts) {
        this(
                config.auth().mode().equals("none")
                        ? CallbackAddress.publicOrLoopback()
                        : CallbackAddress.publicOnly(),
                hosts);
    }

    CallbackCheck(CallbackAddress rule, HostAddresses hosts) {
        this.rule = rule;
        this.hosts = hosts;
    }

    Checked<Options> check(Options options) {
        String text = options.callbackUrl();
        if (text == null) {
            return new Checked.Sound<>(options);
        }
        Optional<URI> address = rule.parse(text);
        boolean allowed = address.isPresent() && isAllowed(address.get());
        return allowed
                ? new Checked.Sound<>(options)
                : Checked.faulty(
                        ErrorCode.CALLBACK_REFUSED,
                        "callbackUrl",
                        "must be a public https address without credentials");
    }

    private boolean isAllowed(URI address) {
        return rule.allows(address, hosts.of(address.getHost()));
    }
}
