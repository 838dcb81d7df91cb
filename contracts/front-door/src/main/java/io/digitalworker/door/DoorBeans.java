package io.digitalworker.door;

import io.digitalworker.runtime.AuthMode;
import io.digitalworker.runtime.RealTime;
import io.digitalworker.runtime.ServiceConfig;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Sets up the door for the mode that is configured; what the mode lacks keeps the process from starting. */
final class DoorBeans {
    private static final int TO_EVERYBODY = 1_000;
    private static final int TO_EACH = 10;

    @Produces
    @Singleton
    Identification identification(
            DoorConfig config, OriginConfig origins, ServiceConfig service, RealTime time) {
        return switch (AuthMode.of(config.mode())) {
            case NONE -> new Anybody(origins, service.publicUrl());
            case JWT -> new AccessTokens(config.jwt(), time.clock());
            case GATEWAY -> GatewayWord.configured(config.gateway());
        };
    }

    @Produces
    @Singleton
    Rates rates(DoorConfig config, RateConfig rate) {
        boolean open = AuthMode.of(config.mode()) == AuthMode.NONE;
        int perSecond = rate.perSecond().orElse(open ? TO_EVERYBODY : TO_EACH);
        int burst = Math.multiplyExact(perSecond, rate.burstSeconds());
        return new Rates(perSecond, burst, rate.principals(), TimeMeter.SYSTEM_NANOTIME);
    }
}
