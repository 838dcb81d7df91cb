package io.digitalworker.notifier.topic;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** The topic and what its messages say. */
@ConfigMapping(prefix = "digitalworker.topic")
public interface TopicConfig {
    /** ARN of the SNS topic. */
    String arn();

    /** Where people reach the ingest service, without a path. */
    URI publicUrl();
}
