package io.digitalworker.runtime.http;

import io.digitalworker.api.ErrorCode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers for what fails, or ends, outside of any resource. */
@Singleton
final class OutsideResources {
    private static final int BEFORE_QUARKUS = -20_000;
    private final Problems problems;
    private final RequestIds ids;

    OutsideResources(Problems problems, RequestIds ids) {
        this.problems = problems;
        this.ids = ids;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).failureHandler(this::failed);
        router.route().last().handler(this::nowhere);
    }

    private void nowhere(RoutingContext request) {
        problems.end(request, ErrorCode.NOT_FOUND);
    }

    private void failed(RoutingContext request) {
        if (request.response().ended() || request.response().closed()) {
            return;
        }
        ids.identifyIfNew(request);
        ErrorCode code =
                request.failure() == null
                        ? FaultCodes.ofStatus(request.statusCode())
                        : FaultCodes.of(request.failure());
        if (request.failure() != null) {
            FaultMapper.log(code, request.failure());
        }
        problems.end(request, code);
    }
}
