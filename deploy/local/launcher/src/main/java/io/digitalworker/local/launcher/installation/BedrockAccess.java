package io.digitalworker.local.launcher.installation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the generator, and no other service, is told to ask real Bedrock. It is handed over in the
 * environment of its process and stands in no file.
 *
 * @param model id of a model or an inference profile
 * @param region where it is called
 * @param sessionToken of temporary credentials
 */
public record BedrockAccess(
        String model,
        String region,
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {

    /** As environment variables. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("BEDROCK_MODEL_ID", model);
        environment.put("BEDROCK_REGION", region);
        environment.put("BEDROCK_ACCESS_KEY_ID", accessKeyId);
        environment.put("BEDROCK_SECRET_ACCESS_KEY", secretAccessKey);
        if (sessionToken != null) {
            environment.put("BEDROCK_SESSION_TOKEN", sessionToken);
        }
        return environment;
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return model + " in " + region;
    }
}
