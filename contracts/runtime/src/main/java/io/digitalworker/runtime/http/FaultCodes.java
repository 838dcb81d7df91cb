package io.digitalworker.runtime.http;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.runtime.TransientFaults;
import io.vertx.core.VertxException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser.MalformedMessageException;
import software.amazon.awssdk.core.exception.SdkException;

/** Which word of the catalogue stands for what was thrown or for a bare HTTP status. */
final class FaultCodes {
    private FaultCodes() {}

    static ErrorCode of(Throwable fault) {
        if (fault instanceof WebApplicationException answered) {
            return ofStatus(answered.getResponse().getStatus());
        }
        if (isOfRequest(fault)) {
            return ErrorCode.REQUEST_MALFORMED;
        }
        if (fault instanceof IOException || fault instanceof MalformedMessageException) {
            return ErrorCode.REQUEST_MALFORMED; // of the framework: ours are unchecked
        }
        boolean cloud = fault instanceof SdkException || TransientFaults.is(fault);
        return cloud ? ErrorCode.UNAVAILABLE : ErrorCode.INTERNAL;
    }

    /** Whoever sends it went away, or wrote what is no body; nobody here is to blame. */
    private static boolean isOfRequest(Throwable fault) {
        if (!(fault instanceof UncheckedIOException || fault instanceof VertxException)) {
            return false;
        }
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof VertxException
                    || each instanceof ClosedChannelException
                    || each instanceof NumberFormatException) {
                return true;
            }
        }
        return false;
    }

    /** A status that has no word of its own stands as the general one of its class. */
    static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 409 -> ErrorCode.CONFLICT;
            case 410 -> ErrorCode.GONE;
            case 413 -> ErrorCode.BODY_TOO_LARGE;
            case 415 -> ErrorCode.MEDIA_TYPE_UNSUPPORTED;
            case 429 -> ErrorCode.RATE_LIMITED;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> status < 500 ? ErrorCode.REQUEST_MALFORMED : ErrorCode.INTERNAL;
        };
    }
}
