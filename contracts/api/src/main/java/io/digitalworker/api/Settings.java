package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code GET /settings.json}: what a client must know of this installation before it has
 * signed in. Nothing of it is secret.
 *
 * @param objectOrigin where presigned addresses of uploads and downloads lead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Settings(AuthSettings auth, Limits limits, @Nullable String objectOrigin) {
    /**
     * How to sign in; all but the mode in mode {@code jwt} alone.
     *
     * @param mode {@code none}, {@code jwt} or {@code gateway}
     * @param issuer its discovery document is under {@code /.well-known/openid-configuration}
     * @param clientId of the web page; a public client: code with PKCE, no secret
     * @param scope what to ask the issuer for, separated by spaces
     * @param endpoints where the discovery document does not say, or not all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuthSettings(
            String mode,
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String scope,
            @Nullable Endpoints endpoints) {}

    /** Addresses of the issuer that come before those of its discovery document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Endpoints(
            @Nullable String authorization, @Nullable String token, @Nullable String endSession) {}

    /**
     * The largest that is taken, in bytes.
     *
     * @param existingBytes of the partial document of a hybrid job
     * @param revisionBytes of the body of a revision
     */
    public record Limits(
            long archiveBytes,
            long descriptorBytes,
            long optionsBytes,
            long existingBytes,
            long revisionBytes) {}
}
