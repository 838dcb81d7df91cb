package io.digitalworker.runtime.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SoundRequestTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/jobs?limit=1", "/", "/a%20b", "http://host/v1/health", "/v1/\u0939"})
    void anAddressThatFollowsTheRulesIsTaken(String address) {
        assertThat(SoundRequest.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/health%zz", "/v1/jobs?cursor=%", "/a b", "/?\"", "/\\", "mailto:x"})
    void anAddressThatBreaksTheRulesIsRefused(String address) {
        assertThat(SoundRequest.isAddress(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "application/json # true",
                "multipart/form-data; boundary=x # true",
                "application/problem+json;charset=UTF-8 # true",
                "planted # false",
                "/ # false",
                "'' # false",
                "a/b/c # false",
                "multipart/form-data # true",
                "multipart/form-data; boundary=\"x y\";charset=UTF-8 # true",
                "multipart/form-data; boundary= # false",
                "multipart/form-data; Boundary=;a=b # false",
                "multipart/form-data; boundary=\"x # false",
                "multipart/form-data; boundary=\"\" # false"
            })
    void aMediaTypeHasTwoTokensAndAnyBoundaryEnds(String text, boolean expected) {
        assertThat(SoundRequest.isMediaType(text)).isEqualTo(expected);
    }
}
