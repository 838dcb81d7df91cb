package io.digitalworker.local.cloud;

import java.io.IOException;

/** A port that was asked for belongs to somebody else. */
public final class PortBusyException extends IOException {
    private static final long serialVersionUID = 1L;

    public PortBusyException(String service, int port) {
        super("port " + port + " for " + service + " is busy on 127.0.0.1");
    }
}
