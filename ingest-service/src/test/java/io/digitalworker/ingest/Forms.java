package io.digitalworker.ingest;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests as callers send them. */
final class Forms {
    static final String DESCRIPTOR =
            "{\"moduleName\": \"Reviews\", \"version\": \"1.0\","
                    + " \"features\": [{\"id\": \"F1\", \"description\": \"Write a review.\"}]}";

    private Forms() {}

    static RequestSpecification form(byte[] archive, String descriptor) {
        return archive(archive).multiPart("descriptor", descriptor);
    }

    static RequestSpecification hybrid(String descriptor) {
        return form(SampleArchives.sound(), descriptor)
                .multiPart("options", "{\"scenario\": \"hybrid\"}");
    }

    static RequestSpecification archive(byte[] archive) {
        return given().multiPart("archive", "archive.zip", archive);
    }

    static String jobId(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.jsonPath().getString("jobId");
    }
}
