package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.math.BigDecimal;

/** DynamoDB's numbers: 38 significant digits, from 1E-130 to 9.9…E+125 on either side of zero. */
public final class Numbers {
    private static final int MAX_DIGITS = 38;
    private static final int MAX_EXPONENT = 125;
    private static final int MIN_EXPONENT = -130;

    private Numbers() {}

    /** Reads a number as it is on the wire. */
    public static Value.Num parse(String text) {
        try {
            return checked(new BigDecimal(text));
        } catch (NumberFormatException malformed) {
            throw AwsFault.validation(
                    "The parameter cannot be converted to a numeric value: " + text);
        }
    }

    static Value.Num checked(BigDecimal number) {
        Value.Num value = new Value.Num(number);
        BigDecimal stripped = value.value();
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (stripped.precision() > MAX_DIGITS) {
            throw AwsFault.validation(
                    "Attempting to store more than 38 significant digits in a Number");
        }
        if (stripped.signum() != 0 && exponent > MAX_EXPONENT) {
            throw AwsFault.validation(
                    "Number overflow. Attempting to store a number with magnitude larger than"
                            + " supported range");
        }
        if (stripped.signum() != 0 && exponent < MIN_EXPONENT) {
            throw AwsFault.validation(
                    "Number underflow. Attempting to store a number with magnitude smaller than"
                            + " supported range");
        }
        return value;
    }
}
