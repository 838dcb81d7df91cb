package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;

/** Cdk. */
public final class Cdk implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {}
}
