package io.digitalworker.api;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallbackAddressTest {
    private static final CallbackAddress PUBLIC = CallbackAddress.publicOnly();
    private static final CallbackAddress LOCAL = CallbackAddress.publicOrLoopback();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com/a?b=c",
                "HTTPS://hooks.example.com",
                "https://hooks.example.com:8443/",
                "https://93.184.216.34/",
                "https://[2606:2800:220:1::1]/"
            })
    void readsHttpsAddressesWithHost(String text) {
        assertThat(PUBLIC.parse(text)).as(text).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.com",
                "/path",
                "//hooks.example.com/",
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "https:hooks",
                "https:///path",
                "https://user@hooks.example.com/",
                "https://user:secret@hooks.example.com/",
                "https://hooks.example.com/#part",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
                "https://hooks example.com/",
                "https://under_score.example.com/",
                "https://hooks.example.com\\@127.0.0.1/",
                "https://[::1/",
                "javascript:alert(1)"
            })
    void refusesOtherForms(String text) {
        assertThat(PUBLIC.parse(text)).as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "64:ff9b::a00:1",
                "100::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff:1::1"
            })
    void refusesWhatIsNotPublic(String address) throws Exception {
        assertThat(PUBLIC.allows(URI.create("https://h.example/"), resolved(address)))
                .as(address)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.1",
                "169.253.1.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "203.0.112.1",
                "223.255.255.254",
                "2606:4700::1111",
                "2001:200::1",
                "2a00:1450::1"
            })
    void allowsPublicAddresses(String address) throws Exception {
        assertThat(PUBLIC.allows(URI.create("https://h.example/"), resolved(address)))
                .as(address)
                .isTrue();
    }

    @Test
    void oneForbiddenAddressSpoilsAll() throws Exception {
        URI address = URI.create("https://h.example/");

        assertThat(PUBLIC.allows(address, resolved("1.1.1.1", "10.0.0.1"))).isFalse();
        assertThat(LOCAL.allows(address, resolved("1.1.1.1", "127.0.0.1"))).isFalse();
        assertThat(PUBLIC.allows(address, List.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://h.example/, 127.0.0.1, true",
        "https://h.example/, ::1, true",
        "http://h.example/, 1.1.1.1, false",
        "https://h.example/, 1.1.1.1, true",
        "https://h.example/, 10.0.0.1, false",
        "http://u@h.example/, 127.0.0.1, false"
    })
    void loopbackIsAllowedOnlyWhereTold(String address, String resolved, boolean allowed)
            throws Exception {
        assertThat(LOCAL.allows(URI.create(address), resolved(resolved))).isEqualTo(allowed);
    }

    @Test
    void plainHttpIsReadOnlyWhereLoopbackIsAllowed() {
        assertThat(LOCAL.parse("http://127.0.0.1:9000/hook")).isPresent();
        assertThat(PUBLIC.parse("http://127.0.0.1:9000/hook")).isEmpty();
    }

    private static List<InetAddress> resolved(String... literals) throws Exception {
        List<InetAddress> addresses = new ArrayList<>();
        for (String literal : literals) {
            addresses.add(InetAddress.getByName(literal));
        }
        return addresses;
    }
}
