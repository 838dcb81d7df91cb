package io.digitalworker.ingest.check;

import io.digitalworker.api.CallbackAddress;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Options;
import io.digitalworker.runtime.HostAddresses;
import io.digitalworker.runtime.testing.NameServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallbackCheckTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void looksNothingUpWithoutAddress() {
        Options options = Options.defaults();

        assertThat(check(options, "10.0.0.1")).isEqualTo(new Checked.Sound<>(options));
        assertThat(asked).isEmpty();
    }

    @Test
    void takesPublicAddress() {
        Options options = callback("https://hooks.example.com/a");

        assertThat(check(options, "93.184.216.34")).isEqualTo(new Checked.Sound<>(options));
        assertThat(asked).containsExactly("hooks.example.com");
    }

    @Test
    void refusesNameThatStandsForAnInternalAddress() {
        assertRefused(check(callback("https://hooks.example.com/"), "93.184.216.34", "10.0.0.1"));
    }

    @Test
    void refusesUnknownName() {
        assertRefused(check(callback("https://hooks.example.com/")));
    }

    @Test
    void looksNothingUpForAnAddressOfRefusedForm() {
        assertRefused(check(callback("http://hooks.example.com/"), "93.184.216.34"));
        assertRefused(check(callback("not an address"), "93.184.216.34"));
        assertThat(asked).isEmpty();
    }

    /** A name server that answers otherwise each time: what counts is the one answer asked for. */
    @Test
    void decidesByOneAnswerOfANameServerThatAlternates() {
        try (NameServer names = new NameServer("93.184.216.34", "127.0.0.1", "1.1.1.1 10.0.0.1")) {
            CallbackCheck check = new CallbackCheck(CallbackAddress.publicOnly(), names.resolver());
            Options options = callback("https://rebound.example.com/");

            assertThat(check.check(options)).isEqualTo(new Checked.Sound<>(options));
            assertRefused(check.check(options));
            assertRefused(check.check(options));
            assertThat(check.check(options)).isEqualTo(new Checked.Sound<>(options));
            assertThat(names.asked()).hasSize(4).containsOnly("rebound.example.com");
        }
    }

    private Checked<Options> check(Options options, String... addresses) {
        HostAddresses hosts =
                host -> {
                    asked.add(host);
                    return List.of(addresses).stream().map(CallbackCheckTest::literal).toList();
                };
        return new CallbackCheck(CallbackAddress.publicOnly(), hosts).check(options);
    }

    private static void assertRefused(Checked<Options> checked) {
        assertThat(((Checked.Faulty<Options>) checked).code())
                .isEqualTo(ErrorCode.CALLBACK_REFUSED);
    }

    private static Options callback(String url) {
        return new Options(List.of(), null, null, null, null, null, url);
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
