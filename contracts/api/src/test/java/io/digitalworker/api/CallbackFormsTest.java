package io.digitalworker.api;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole addresses as a caller may send them, and whether a webhook would go there. Hosts that are no
 * literal stand for a public address here: what is refused among them is refused for its form. ({@link
 * CallbackAddressTest} has the addresses that names may stand for.)
 */
class CallbackFormsTest {
    private static final String PUBLIC = "93.184.216.34";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    yes, https://hooks.example.com/a
                    yes, https://hooks.example.com
                    yes, https://hooks.example.com:443/
                    yes, https://hooks.example.com:1024/
                    yes, https://hooks.example.com:65535/
                    yes, https://hooks.example.com/%2e%2e/?a=http://127.0.0.1/
                    yes, https://xn--bcher-kva.example/
                    yes, https://93.184.216.34/
                    yes, https://[2606:4700::1111]/
                    yes, https://93.184.216.34.example.com/
                    yes, https://127.0.0.1.example.com/
                    yes, https://0x7f000001.example.com/
                    no, https://127.0.0.1/
                    no, https://127.0.0.1:8443/
                    no, https://127.1/
                    no, https://127.0.1/
                    no, https://2130706433/
                    no, https://017700000001/
                    no, https://0x7f000001/
                    no, https://0x7f.0.0.1/
                    no, https://0x7f.0x0.0x0.0x1/
                    no, https://0177.0.0.1/
                    no, https://0300.0250.0.1/
                    no, https://127.0.0.01/
                    no, https://093.184.216.34/
                    no, https://127.0.0.1./
                    no, https://1.1.1/
                    no, https://16843009/
                    no, https://256.256.256.256/
                    no, https://1.1.1.1.1/
                    no, https://0/
                    no, https://0.0.0.0/
                    no, https://10.0.0.1/
                    no, https://169.254.169.254/latest/meta-data/
                    no, https://[::1]/
                    no, https://[::]/
                    no, https://[::ffff:7f00:1]/
                    no, https://[::ffff:127.0.0.1]/
                    no, https://[0:0:0:0:0:ffff:7f00:0001]/
                    no, https://[::ffff:a9fe:a9fe]/
                    no, https://[::127.0.0.1]/
                    no, https://[::7f00:1]/
                    no, https://[64:ff9b::7f00:1]/
                    no, https://[64:ff9b::127.0.0.1]/
                    no, https://[64:ff9b:1::a00:1]/
                    no, https://[2002:7f00:1::]/
                    no, https://[2001:0:a00:1::]/
                    no, https://[2606:4700::5efe:10.0.0.1]/
                    no, https://[2606:4700::200:5efe:a00:1]/
                    no, https://[fe80::1]/
                    no, https://[fe80::1%25eth0]/
                    no, https://[fe80::1%eth0]/
                    no, https://[2606:4700::1111%251]/
                    no, https://[fd00:ec2::254]/
                    no, https://[fec0::1]/
                    no, https://[ff02::1]/
                    no, https://[5f00::1]/
                    no, https://[::1/
                    no, https://::1/
                    no, https://[127.0.0.1]/
                    no, https://hooks.example.com./
                    no, https://hooks.example.com../
                    no, https://.hooks.example.com/
                    no, https://hooks..example.com/
                    no, https://-hooks.example.com/
                    no, https://hooks_example.com/
                    no, https://user@hooks.example.com/
                    no, https://user:secret@hooks.example.com/
                    no, https://@hooks.example.com/
                    no, https://hooks.example.com@127.0.0.1/
                    no, https://127.0.0.1@hooks.example.com/
                    no, https://hooks.example.com:443@127.0.0.1/
                    no, https://hooks.example.com#@127.0.0.1/
                    no, https://hooks.example.com\\@127.0.0.1/
                    no, https://hooks.example.com\\.127.0.0.1/
                    no, https:\\\\hooks.example.com/
                    no, https:/hooks.example.com/
                    no, https:hooks.example.com
                    no, https:///hooks.example.com/
                    no, //hooks.example.com/
                    no, hooks.example.com
                    no, https://hooks.example.com:0/
                    no, https://hooks.example.com:22/
                    no, https://hooks.example.com:25/
                    no, https://hooks.example.com:80/
                    no, https://hooks.example.com:1023/
                    no, https://hooks.example.com:65536/
                    no, https://hooks.example.com:99999999999/
                    no, https://hooks.example.com:-1/
                    no, https://hooks.example.com:+443/
                    no, https://hooks.example.com:0x1bb/
                    no, http://hooks.example.com/
                    no, ftp://hooks.example.com/
                    no, gopher://hooks.example.com/
                    no, file:///etc/passwd
                    no, jar:https://hooks.example.com/!/
                    no, javascript:alert(1)
                    no, data:text/html;a
                    no, https+unix://hooks.example.com/
                    no, https://b\u00fccher.example/
                    no, https://\u2460\u2461\u2466.0.0.1/
                    no, https://\uff11\uff12\uff17.0.0.1/
                    no, https://127\u30020\u30020\u30021/
                    no, https://hooks\uff0eexample\uff0ecom/
                    no, https://hooks.example.com\u202e/
                    no, https://\u200bhooks.example.com/
                    no, https://hooks.ex%61mple.com/
                    no, https://127.0.0.1%00.example.com/
                    no, https://hooks.example.com/a b
                    no, https://hooks.example.com/^
                    """)
    void decidesAsItShould(String verdict, String text) {
        assertThat(isSentTo(text)).as(text).isEqualTo(verdict.equals("yes"));
    }

    @Test
    void refusesControlCharactersAndWhatIsTooLong() {
        assertThat(isSentTo("https://hooks.example.com/\r\nX-Forged: a")).isFalse();
        assertThat(isSentTo("https://hooks.example.com/\tx")).isFalse();
        assertThat(isSentTo("https://hooks.example.com/\0")).isFalse();
        assertThat(isSentTo(" https://hooks.example.com/")).isFalse();
        assertThat(isSentTo("")).isFalse();
        String address = "https://hooks.example.com/";
        int most = CallbackAddress.MAX_LENGTH;
        assertThat(isSentTo(address + "a".repeat(most - address.length()))).isTrue();
        assertThat(isSentTo(address + "a".repeat(most - address.length() + 1))).isFalse();
    }

    private static boolean isSentTo(String text) {
        CallbackAddress rule = CallbackAddress.publicOnly();
        Optional<URI> address = rule.parse(text);
        return address.isPresent()
                && rule.allows(address.get(), addressesOf(address.get().getHost()));
    }

    private static List<InetAddress> addressesOf(String host) {
        try {
            boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
            return List.of(InetAddress.getByName(literal ? host : PUBLIC));
        } catch (UnknownHostException none) {
            return List.of();
        }
    }
}
