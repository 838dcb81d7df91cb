package io.digitalworker.runtime;

import java.net.InetAddress;
import java.util.List;

/**
 * Looks a host up. Whoever is about to connect to what somebody else named asks once, checks what came,
 * and connects to one of these addresses: asked again, a name server may answer otherwise.
 */
@FunctionalInterface
public interface HostAddresses {
    /** Every address that the name stands for; none if it is unknown or no answer came in time. */
    List<InetAddress> of(String host);
}
