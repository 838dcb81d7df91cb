package io.digitalworker.door;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The principal in an ARN of IAM or STS. Sessions of a role are one principal, its role: their names are
 * chosen anew each time, by whoever assumes it. Root, and federated users, whose names are chosen like
 * those of sessions, are none.
 */
final class IamPrincipal {
    private static final Pattern SESSION =
            Pattern.compile(
                    "arn:(aws[a-z-]{0,20}):sts::(\\d{12}):assumed-role/([\\w+=,.@-]{1,64})/[\\w+=,.@-]{1,64}");
    private static final Pattern USER_OR_ROLE =
            Pattern.compile("arn:aws[a-z-]{0,20}:iam::\\d{12}:(user|role)/[!-\"$-~]{1,512}");

    private IamPrincipal() {}

    /** The ARN of a user or a role; empty for whatever else was given. */
    static Optional<String> of(String arn) {
        Matcher session = SESSION.matcher(arn);
        if (session.matches()) {
            return Optional.of(
                    "arn:%s:iam::%s:role/%s"
                            .formatted(session.group(1), session.group(2), session.group(3)));
        }
        return Optional.of(arn).filter(USER_OR_ROLE.asMatchPredicate());
    }
}
