package io.digitalworker.runtime.http;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.ledger.LedgerUnavailable;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

import static org.assertj.core.api.Assertions.assertThat;

class FaultCodesTest {
    @ParameterizedTest
    @CsvSource({
        "400, REQUEST_MALFORMED",
        "401, UNAUTHENTICATED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, NOT_ACCEPTABLE",
        "409, CONFLICT",
        "410, GONE",
        "413, BODY_TOO_LARGE",
        "415, MEDIA_TYPE_UNSUPPORTED",
        "418, REQUEST_MALFORMED",
        "429, RATE_LIMITED",
        "500, INTERNAL",
        "503, UNAVAILABLE",
        "504, INTERNAL"
    })
    void everyStatusHasItsWord(int status, ErrorCode code) {
        assertThat(FaultCodes.ofStatus(status)).isEqualTo(code);
    }

    @Test
    void cloudOutOfReachIsUnavailable() {
        assertThat(FaultCodes.of(new LedgerUnavailable("find", new IllegalStateException())))
                .isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(FaultCodes.of(SdkClientException.create("no route")))
                .isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(FaultCodes.of(NoSuchBucketException.builder().statusCode(404).build()))
                .isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void brokenRequestIsItsSendersFaultAndBugsAreOurs() {
        assertThat(FaultCodes.of(new NotFoundException())).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(FaultCodes.of(new IOException("Connection was closed")))
                .isEqualTo(ErrorCode.REQUEST_MALFORMED);
        assertThat(FaultCodes.of(new MultipartParser.MalformedMessageException()))
                .isEqualTo(ErrorCode.REQUEST_MALFORMED);
        assertThat(FaultCodes.of(new IllegalStateException("x"))).isEqualTo(ErrorCode.INTERNAL);
    }
}
