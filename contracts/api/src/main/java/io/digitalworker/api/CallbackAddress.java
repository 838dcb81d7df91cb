package io.digitalworker.api;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook may go (design §4.4): to public addresses over https; where nobody is asked who they
 * are, also to this machine, over http or https. Resolving names is the caller's part: at submission,
 * and again at every delivery, which then connects to an address that was asked about here.
 */
public final class CallbackAddress {
    /** Longest address, in characters. */
    public static final int MAX_LENGTH = 2_000;

    private static final int ADDRESS_BITS_GLOBAL_UNICAST = 0x20;
    private static final int HTTPS_PORT = 443;
    private static final int FIRST_PORT_OF_USERS = 1_024;

    /** What ends in digits is an address, and must be one that all readers read alike. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?[0-9][0-9a-zA-Z]*");

    private static final Pattern DOTTED_QUAD =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final boolean loopbackToo;

    private CallbackAddress(boolean loopbackToo) {
        this.loopbackToo = loopbackToo;
    }

    /** Public https addresses only. */
    public static CallbackAddress publicOnly() {
        return new CallbackAddress(false);
    }

    /** Also this machine: only for a process that is itself bound to loopback. */
    public static CallbackAddress publicOrLoopback() {
        return new CallbackAddress(true);
    }

    /**
     * Reads an address: absolute, {@code https} (or {@code http}, which only loopback may have), with a
     * host that everybody reads alike (no dot at its end, no zone, IPv4 as four decimal numbers), without
     * credentials and fragment, at most {@value #MAX_LENGTH} characters. Ports below 1,024 belong to other
     * protocols, except 443.
     *
     * @return absent if the form alone is refused
     */
    public Optional<URI> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text).parseServerAuthority();
            return hasAllowedForm(address) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a webhook may be sent there.
     *
     * @param address as {@link #parse} gave it
     * @param resolved every address that its host stands for; one that is not allowed spoils all
     */
    public boolean allows(URI address, Collection<InetAddress> resolved) {
        if (resolved.isEmpty() || !hasAllowedForm(address)) {
            return false;
        }
        if (loopbackToo && resolved.stream().allMatch(InetAddress::isLoopbackAddress)) {
            return true;
        }
        return scheme(address).equals("https")
                && resolved.stream().allMatch(CallbackAddress::isPublic);
    }

    private boolean hasAllowedForm(URI address) {
        String scheme = scheme(address);
        return (scheme.equals("https") || (loopbackToo && scheme.equals("http")))
                && hasPlainHost(address.getHost())
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && hasAllowedPort(address.getPort());
    }

    private static boolean hasPlainHost(@Nullable String host) {
        if (host == null || host.endsWith(".") || host.contains("%")) {
            return false;
        }
        return host.startsWith("[")
                || !ENDS_IN_NUMBER.matcher(host).matches()
                || DOTTED_QUAD.matcher(host).matches();
    }

    /** @param port -1 for the scheme's own */
    private boolean hasAllowedPort(int port) {
        boolean ofAnotherProtocol = port != HTTPS_PORT && port < FIRST_PORT_OF_USERS;
        return port == -1 || (port > 0 && port <= 65_535 && (loopbackToo || !ofAnotherProtocol));
    }

    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether an address is globally reachable, by the special-purpose registries of IANA (RFC 6890).
     * Addresses that carry another one inside (6to4, Teredo, NAT64, ISATAP) are not.
     */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 ->
                    !(second == 168
                            || (second == 0 && (third == 0 || third == 2))
                            || (second == 88 && third == 99));
            case 198 -> !(second == 18 || second == 19 || (second == 51 && third == 100));
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    private static boolean isPublicV6(byte[] bytes) {
        boolean globalUnicast = (bytes[0] & 0xe0) == ADDRESS_BITS_GLOBAL_UNICAST;
        int first = group(bytes, 0);
        int second = group(bytes, 2);
        boolean protocolAssignments = first == 0x2001 && second < 0x0200; // with Teredo
        boolean documentation =
                (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && second < 0x1000);
        boolean sixToFour = first == 0x2002;
        boolean isatap = (group(bytes, 8) & 0xfdff) == 0 && group(bytes, 10) == 0x5efe;
        return globalUnicast && !protocolAssignments && !documentation && !sixToFour && !isatap;
    }

    private static int group(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
