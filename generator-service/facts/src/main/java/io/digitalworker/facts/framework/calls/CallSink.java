package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Span;
import java.util.HashSet;
import java.util.Set;

/** Takes calls, each once: the first place stands for all. */
final class CallSink {
    private record Step(String from, String to, String kind) {}

    private final Findings findings;
    private final Set<Step> seen = new HashSet<>();

    CallSink(Findings findings) {
        this.findings = findings;
    }

    void add(String from, String to, String kind, Confidence confidence, CodeFile file, Span at) {
        if (seen.add(new Step(from, to, kind))) {
            findings.add(new Call(from, to, kind, confidence, file.evidence(at)));
        }
    }
}
