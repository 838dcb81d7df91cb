package io.digitalworker.door;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    public Answer ask(RequestHead request) {
        boolean ours = isHere(request.host()) && isFromHere(request);
        return ours ? new Answer.Welcome(EVERYBODY) : Answer.Refused.forbidden();
    }

    /** A request without a name comes from no browser. */
    private boolean isHere(@Nullable String name) {
        return name == null
                || Loopback.isName(name)
                || ownName.filter(name::equalsIgnoreCase).isPresent();
    }

    private boolean isFromHere(RequestHead request) {
        List<String> from = request.all("Origin");
        return from.stream().allMatch(o -> origins.contains(o) || o.equals(request.origin()));
    }
}
