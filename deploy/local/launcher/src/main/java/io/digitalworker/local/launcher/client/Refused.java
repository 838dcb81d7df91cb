package io.digitalworker.local.launcher.client;

import io.digitalworker.api.FieldError;
import io.digitalworker.api.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The service said no, and why. */
public final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient @Nullable Problem problem;

    public Refused(Problem problem) {
        super(text(problem));
        this.status = problem.status();
        this.problem = problem;
    }

    /** By something in front of the service, which has errors of its own. */
    public Refused(int status) {
        super(
                "The answer was "
                        + status
                        + ", and not from the factory itself: something in front of it refused, or"
                        + " the endpoint is another service's."
                        + remedy(status));
        this.status = status;
        this.problem = null;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Null where something in front of the service refused. */
    public @Nullable Problem problem() {
        return problem;
    }

    private static String text(Problem problem) {
        StringBuilder text = new StringBuilder(problem.code() + ": " + problem.message());
        for (FieldError fault : problem.details()) {
            text.append("\n  ").append(fault.field()).append(' ').append(fault.message());
        }
        text.append(remedy(problem.status()));
        text.append("\n  requestId ").append(problem.requestId());
        return text.toString()
                .lines()
                .map(Printable::of)
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401 -> "\n  Say who calls: FACTORY_TOKEN, --token-file FILE, or --sigv4.";
            case 403 -> "\n  The token or the role may not do this: see docs/identity.md.";
            default -> "";
        };
    }
}
