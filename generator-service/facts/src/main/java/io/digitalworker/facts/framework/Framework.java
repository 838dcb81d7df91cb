package io.digitalworker.facts.framework;

import io.digitalworker.facts.code.CodeBase;

/**
 * Finds the facts that one framework or format stands for. Plain, without state; must not fail on any
 * code, and must be quick where its framework is not used: look for its words in the text first
 * ({@link CodeBase#filesWith}).
 */
public interface Framework {
    void extract(CodeBase code, Findings findings);
}
