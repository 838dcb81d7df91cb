package io.digitalworker.door;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/settings.json",
                "/docs/",
                "/q/health",
                "/v1/health",
                "/v1/openapi.yaml",
                "/v1/asyncapi.yaml"
            })
    void isOpen(String path) {
        assertThat(Openings.isOpen(path)).as(path).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/V1/jobs",
                "/v1;a=b/jobs",
                "/v1/jobs",
                "/v1/health/",
                "/v1/health/../jobs",
                "/v1/HEALTH",
                "/v1/anything-new"
            })
    void isClosedUnlessItIsNamed(String path) {
        assertThat(Openings.isOpen(path)).as(path).isFalse();
    }
}
