package io.digitalworker.runtime.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AllowedMethodsTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/jobs, '', /v1/jobs, true",
        "/v1/jobs, '', /v1/jobs/, true",
        "v1/jobs, {jobId}, /v1/jobs/a.b-c, true",
        "/v1/jobs, /{jobId}, /v1/jobs/a/b, false",
        "/v1/jobs/{jobId}, artifacts/{name: .+}, /v1/jobs/a/artifacts/diagrams/x.svg, true",
        "/v1/jobs/{jobId}, artifacts/{name: .+}, /v1/jobs/a/artifacts, false",
        "/v1, /openapi.yaml, /v1/openapiXyaml, false",
    })
    void aTemplateMatchesWhatItStandsFor(String root, String own, String path, boolean expected) {
        assertThat(AllowedMethods.pattern(root, own).matcher(path).matches()).isEqualTo(expected);
    }
}
