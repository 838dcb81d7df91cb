package io.digitalworker.local.system;

/** A fault that is nobody's input: the generator may not read what was submitted. */
final class SourceRefused implements CloudProxy.Watch {
    volatile boolean on;

    @Override
    public HttpMessage insteadOf(CloudCall call) {
        boolean fetch =
                call.service().equals("generator") && call.operation().equals("S3.GetObject");
        return on && fetch ? HttpMessage.empty("403 Forbidden") : null;
    }
}
