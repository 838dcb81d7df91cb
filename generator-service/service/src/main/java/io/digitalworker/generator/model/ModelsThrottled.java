package io.digitalworker.generator.model;

import io.digitalworker.runtime.TransientFault;

/** A model was throttled for longer than a job waits under its claim: the job goes on later. */
public final class ModelsThrottled extends TransientFault {
    private static final long serialVersionUID = 1;

    ModelsThrottled() {
        super("throttled for longer than a section waits");
    }
}
