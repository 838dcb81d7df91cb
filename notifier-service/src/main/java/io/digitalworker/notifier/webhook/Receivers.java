package io.digitalworker.notifier.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;

/** Those who asked for webhooks, on the other side of the network. */
interface Receivers {
    /**
     * Posts JSON.
     *
     * @param address whose host is named in the request and, over https, by the receiver's certificate
     * @param connectTo the one address that is connected to, whatever the host stands for by now
     * @return status of the answer
     * @throws IOException if there was none in time
     */
    int post(URI address, InetAddress connectTo, Map<String, String> headers, String body)
            throws IOException;
}
