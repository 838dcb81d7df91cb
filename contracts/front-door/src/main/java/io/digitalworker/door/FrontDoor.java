package io.digitalworker.door;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.runtime.FaultTrace;
import io.digitalworker.runtime.http.EarlyRefusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.AsyncResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.logging.Logger;

/** Asks whoever calls the API who they are, then whether they call too often; only then they come in. */
@Singleton
final class FrontDoor {
    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    /** After the request has its id and its origin is known, before its length is looked at. */
    private static final int ORDER = 9_300;

    private final Identification identification;
    private final Rates rates;
    private final EarlyRefusal refusal;

    FrontDoor(Identification identification, Rates rates, EarlyRefusal refusal) {
        this.identification = identification;
        this.rates = rates;
        this.refusal = refusal;
    }

    void register(@Observes Filters filters) {
        filters.register(this::ask, ORDER);
    }

    private void ask(RoutingContext request) {
        if (Openings.isOpen(request.normalizedPath())) {
            request.next();
            return;
        }
        request.request().pause(); // nothing of the body while another thread asks
        request.vertx()
                .executeBlocking(() -> identification.ask(RequestHead.of(request.request())), false)
                .onComplete(asked -> decide(request, asked));
    }

    private void decide(RoutingContext request, AsyncResult<Answer> asked) {
        if (asked.failed()) {
            LOG.errorf("nobody could be asked: %s", FaultTrace.of(asked.cause()));
            refusal.refuse(request, ErrorCode.INTERNAL);
        } else if (asked.result() instanceof Answer.Refused refused) {
            refuse(request, refused);
        } else {
            admit(request, ((Answer.Welcome) asked.result()).visitor());
        }
    }

    private void refuse(RoutingContext request, Answer.Refused refused) {
        if (refused.challenge() != null) {
            request.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, refused.challenge());
        }
        refusal.refuse(request, refused.code());
    }

    private void admit(RoutingContext request, Visitor visitor) {
        Ration ration = rates.take(visitor.principal());
        request.response().putHeader("RateLimit-Policy", rates.policy());
        request.response().putHeader("RateLimit", ration.header());
        if (!ration.granted()) {
            String seconds = Long.toString(ration.retryAfter());
            request.response().putHeader(HttpHeaders.RETRY_AFTER, seconds);
            refusal.refuse(request, ErrorCode.RATE_LIMITED);
            return;
        }
        visitor.enter(request);
        request.request().resume();
        request.next();
    }
}
