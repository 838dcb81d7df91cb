package io.digitalworker.local.launcher.client;

/** Is told how much of an archive has gone; perhaps on another thread. */
@FunctionalInterface
public interface UploadProgress {
    UploadProgress NONE = (sent, size) -> {};

    /** In bytes; begins anew where an upload is tried again. */
    void sent(long sent, long size);
}
