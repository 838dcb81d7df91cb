package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Locks, retries, timeouts and circuit breakers of .NET code; the subject is the member they stand in. */
public final class Guards implements Framework {
    private static final int HEADER = "'Idempotency-Key'".length();
    private static final List<String> ALL = List.of("retry", "circuit-breaker", "timeout");

    /** What is called, whatever the file uses. */
    private static final Map<String, List<String>> CALLS =
            Map.ofEntries(
                    Map.entry("lock", List.of("lock")),
                    Map.entry("PerformActionWithLock", List.of("lock")),
                    Map.entry("PerformActionWithLockAsync", List.of("lock")),
                    Map.entry("RunWithHeartbeatAsync", List.of("lock")),
                    Map.entry("CreateLockAsync", List.of("lock")),
                    Map.entry("AcquireLockAsync", List.of("lock")),
                    Map.entry("TryAcquireLockAsync", List.of("lock")),
                    Map.entry("LockTakeAsync", List.of("lock")),
                    Map.entry("DisableConcurrentExecution", List.of("lock")),
                    Map.entry("AutomaticRetry", List.of("retry")),
                    Map.entry("EnableRetryOnFailure", List.of("retry")),
                    Map.entry("WaitAndRetry", List.of("retry")),
                    Map.entry("WaitAndRetryAsync", List.of("retry")),
                    Map.entry("WaitAndRetryForever", List.of("retry")),
                    Map.entry("WaitAndRetryForeverAsync", List.of("retry")),
                    Map.entry("CircuitBreakerAsync", List.of("circuit-breaker")),
                    Map.entry("AdvancedCircuitBreakerAsync", List.of("circuit-breaker")),
                    Map.entry("AddStandardResilienceHandler", ALL),
                    Map.entry("AddStandardHedgingHandler", ALL));

    /** Names that others use too: only in files that name Polly or its .NET packages. */
    private static final Map<String, List<String>> OF_POLLY =
            Map.of(
                    "Retry", List.of("retry"),
                    "RetryAsync", List.of("retry"),
                    "RetryForeverAsync", List.of("retry"),
                    "AddRetry", List.of("retry"),
                    "CircuitBreaker", List.of("circuit-breaker"),
                    "AddCircuitBreaker", List.of("circuit-breaker"),
                    "TimeoutAsync", List.of("timeout"),
                    "AddTimeout", List.of("timeout"));

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (CodeFile file : code.files(Dialect.CSHARP)) {
            mark(file, CALLS, findings);
            if (file.mayHold("Polly") || file.mayHold("Resilience")) {
                mark(file, OF_POLLY, findings);
            }
            if (file.mayHold("SemaphoreSlim")) {
                mark(file, Map.of("WaitAsync", List.of("lock")), findings);
            }
            idempotency(file, findings);
        }
    }

    private static void mark(CodeFile file, Map<String, List<String>> kinds, Findings findings) {
        for (Site site : Site.calls(file, kinds.keySet())) {
            for (String kind : kinds.getOrDefault(site.name(), List.of())) {
                findings.add(new Mark(kind, site.place(), Confidence.LITERAL, site.evidence()));
            }
        }
    }

    /** The header, read or sent. */
    private static void idempotency(CodeFile file, Findings findings) {
        Tokens tokens = file.tokens();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            int length = tokens.end(i) - tokens.start(i);
            if (tokens.isString(i) && (length == HEADER || length == HEADER + 2)) {
                String text = tokens.word(i);
                if (text.equalsIgnoreCase("\"Idempotency-Key\"")
                        || text.equalsIgnoreCase("\"X-Idempotency-Key\"")) {
                    Site site = new Site(file, i, i + 1);
                    if (seen.add(site.place())) {
                        findings.add(
                                new Mark(
                                        "idempotency-key",
                                        site.place(),
                                        Confidence.HEURISTIC,
                                        site.evidence()));
                    }
                }
            }
        }
    }
}
