package io.digitalworker.door;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Mode {@code none}: whoever reaches the port is the one person that uses this machine. A web page of
 * somebody else in that person's browser reaches it as well, and is kept out: by its {@code Origin},
 * and, where its own name was made to lead here, by that name in {@code Host}.
 */
final class Anybody implements Identification {
    private static final Visitor EVERYBODY = new Visitor("anonymous");

    private final Set<String> origins;
    private final Optional<String> ownName;

    Anybody(OriginConfig origins, Optional<URI> publicUrl) {
        this.origins = origins.origins().orElse(Set.of());
        this.ownName = publicUrl.map(URI::getHost);
    }

    @Override
    public Answer ask(HttpServerRequest request) {
        boolean ours = isHere(request.authority()) && isFromHere(request);
        return ours ? new Answer.Welcome(EVERYBODY) : Answer.Refused.forbidden();
    }

    /** A request without a name comes from no browser. */
    private boolean isHere(HostAndPort named) {
        return named == null
                || Loopback.isName(named.host())
                || ownName.filter(named.host()::equalsIgnoreCase).isPresent();
    }

    private boolean isFromHere(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || origins.contains(origin) || Origins.isOwn(request, origin);
    }
}
