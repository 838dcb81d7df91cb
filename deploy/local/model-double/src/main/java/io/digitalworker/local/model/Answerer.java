package io.digitalworker.local.model;

/** What the model says, if nothing is scripted. */
@FunctionalInterface
public interface Answerer {
    String answer(Asked asked);
}
