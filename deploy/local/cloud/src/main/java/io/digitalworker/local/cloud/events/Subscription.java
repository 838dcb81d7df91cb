package io.digitalworker.local.cloud.events;

import org.jspecify.annotations.Nullable;

/** Who wants to hear of a topic: a queue, or a web address once it has confirmed. */
record Subscription(
        String arn,
        String topicArn,
        String protocol,
        String endpoint,
        String token,
        boolean confirmed,
        @Nullable String filterPolicy,
        @Nullable String deadLetterArn) {

    Subscription confirm() {
        return new Subscription(
                arn, topicArn, protocol, endpoint, token, true, filterPolicy, deadLetterArn);
    }
}
