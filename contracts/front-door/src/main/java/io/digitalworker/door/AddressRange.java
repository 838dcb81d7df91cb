package io.digitalworker.door;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of addresses in CIDR notation, such as {@code 10.0.16.0/20}. */
final class AddressRange {
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]{2,45})/(\\d{1,3})");

    private final byte[] address;
    private final int prefix;

    private AddressRange(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /**
     * Reads one.
     *
     * @throws IllegalStateException where it is none
     */
    static AddressRange of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw faulty();
        }
        byte[] address = bytes(form.group(1));
        int prefix = Integer.parseInt(form.group(2));
        if (prefix > address.length * Byte.SIZE) {
            throw faulty();
        }
        return new AddressRange(address, prefix);
    }

    boolean contains(String other) {
        byte[] bytes = bytes(other);
        int rest = bytes.length * Byte.SIZE - prefix;
        return bytes.length == address.length
                && new BigInteger(1, bytes)
                        .shiftRight(rest)
                        .equals(new BigInteger(1, address).shiftRight(rest));
    }

    /** Literals alone: no name is looked up. */
    private static byte[] bytes(String literal) {
        try {
            int zone = literal.indexOf('%');
            return InetAddress.getByName(zone < 0 ? literal : literal.substring(0, zone))
                    .getAddress();
        } catch (UnknownHostException e) {
            throw faulty();
        }
    }

    private static IllegalStateException faulty() {
        return new IllegalStateException(
                "digitalworker.auth.gateway.peers must name ranges such as 10.0.16.0/20");
    }
}
