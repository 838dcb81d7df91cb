package io.digitalworker.ingest.check;

import java.net.InetAddress;
import java.util.List;

/** Looks a host up. */
@FunctionalInterface
public interface HostAddresses {
    /** Every address that the name stands for; none if it is unknown. */
    List<InetAddress> of(String host);
}
