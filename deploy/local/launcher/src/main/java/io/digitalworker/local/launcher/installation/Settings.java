package io.digitalworker.local.launcher.installation;

import io.digitalworker.local.process.CloudEndpoints;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the services are told on one machine: where the embedded cloud is, and keys that are worth
 * nothing elsewhere.
 *
 * @param webhookMasterKey base64, at least 32 bytes
 * @param clockOffset added to the services' time
 */
public record Settings(
        CloudEndpoints cloud, String publicUrl, String webhookMasterKey, Duration clockOffset) {

    /** As environment variables of every service. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_REGION", "eu-west-1");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "locallocal");
        environment.put("QUARKUS_SQS_ENDPOINT_OVERRIDE", cloud.sqs().toString());
        environment.put("QUARKUS_S3_ENDPOINT_OVERRIDE", cloud.s3().toString());
        environment.put("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", cloud.dynamodb().toString());
        environment.put("QUARKUS_SNS_ENDPOINT_OVERRIDE", cloud.events().toString());
        environment.put("DIGITALWORKER_EVENTS_ENDPOINT_OVERRIDE", cloud.events().toString());
        environment.put("PUBLIC_URL", publicUrl);
        environment.put("WEBHOOK_MASTER_KEY", webhookMasterKey);
        environment.put("DIGITALWORKER_CLOCK_OFFSET", clockOffset.toSeconds() + "S");
        return environment;
    }
}
