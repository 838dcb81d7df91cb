package io.digitalworker.ingest.check;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks the resolver of this machine. */
@Singleton
final class SystemHostAddresses implements HostAddresses {
    @Override
    public List<InetAddress> of(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
