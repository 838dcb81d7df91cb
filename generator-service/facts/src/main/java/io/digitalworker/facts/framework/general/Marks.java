package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Idempotency keys in any language, and the locks, retries, time limits and circuit breakers of C#,
 * scripts and Python, outside tests; each kind once for a member. Java's are not looked for here, nor
 * what an object-relational mapper does.
 */
public final class Marks implements Framework {
    private static final Map<String, String> CSHARP =
            Map.ofEntries(
                    Map.entry("lock", "lock"),
                    Map.entry("WaitAsync", "lock"),
                    Map.entry("EnterWriteLock", "lock"),
                    Map.entry("EnterReadLock", "lock"),
                    Map.entry("CreateLockAsync", "lock"),
                    Map.entry("LockTakeAsync", "lock"),
                    Map.entry("LockTake", "lock"),
                    Map.entry("WaitAndRetryAsync", "retry"),
                    Map.entry("WaitAndRetry", "retry"),
                    Map.entry("RetryAsync", "retry"),
                    Map.entry("AddRetry", "retry"),
                    Map.entry("AddResilienceHandler", "retry"),
                    Map.entry("AddStandardResilienceHandler", "retry"),
                    Map.entry("EnableRetryOnFailure", "retry"),
                    Map.entry("AddTimeout", "timeout"),
                    Map.entry("TimeoutAsync", "timeout"),
                    Map.entry("CircuitBreakerAsync", "circuit-breaker"),
                    Map.entry("AddCircuitBreaker", "circuit-breaker"),
                    Map.entry("AdvancedCircuitBreakerAsync", "circuit-breaker"));
    private static final Map<String, String> SCRIPT =
            Map.ofEntries(
                    Map.entry("Redlock", "lock"),
                    Map.entry("AsyncLock", "lock"),
                    Map.entry("Mutex", "lock"),
                    Map.entry("Semaphore", "lock"),
                    Map.entry("runExclusive", "lock"),
                    Map.entry("pRetry", "retry"),
                    Map.entry("axiosRetry", "retry"),
                    Map.entry("retryWhen", "retry"),
                    Map.entry("CircuitBreaker", "circuit-breaker"),
                    Map.entry("pTimeout", "timeout"));
    private static final Map<String, String> PYTHON =
            Map.ofEntries(
                    Map.entry("Lock", "lock"),
                    Map.entry("RLock", "lock"),
                    Map.entry("Semaphore", "lock"),
                    Map.entry("Redlock", "lock"),
                    Map.entry("select_for_update", "lock"),
                    Map.entry("with_for_update", "lock"),
                    Map.entry("pg_advisory_lock", "lock"),
                    Map.entry("CircuitBreaker", "circuit-breaker"),
                    Map.entry("wait_for", "timeout"),
                    Map.entry("fail_after", "timeout"));
    private static final Set<String> RETRYING =
            Set.of(
                    "retry",
                    "retry.retry",
                    "tenacity.retry",
                    "backoff.on_exception",
                    "stamina.retry");
    private static final Pattern KEY =
            Pattern.compile("(?i)(x-)?idempoten(cy|t)[-_ ]?(key|token|id)");
    private static final Pattern TABLE =
            Pattern.compile(
                    "(Idempotent|Processed|Handled|Duplicate)(Request|Message|Event|Command)s?"
                            + "|ClientRequest|InboxMessage|IdentifiedCommand|IdempotencyRecord");

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (CodeFile file : code.files()) {
            if (!TestCode.is(file.path())) {
                new OfFile(file, words(file), findings, new ArrayList<>(), new HashSet<>()).read();
            }
        }
    }

    private static Map<String, String> words(CodeFile file) {
        return switch (file.dialect()) {
            case CSHARP -> CSHARP;
            case SCRIPT -> SCRIPT;
            case PYTHON -> PYTHON;
            default -> Map.of();
        };
    }

    /** A member with the name that it is known by. */
    private record Place(String name, Span span) {}

    /** The marks of one file. */
    private record OfFile(
            CodeFile file,
            Map<String, String> words,
            Findings findings,
            List<Place> places,
            Set<String> seen) {

        void read() {
            boolean holds = words.keySet().stream().anyMatch(file::mayHold);
            boolean keys = file.text().contains("dempoten");
            for (TypeDeclaration type : file.types()) {
                if (type.kind() != TypeKind.FILE && TABLE.matcher(type.simpleName()).matches()) {
                    add("idempotency-key", type.name(), Confidence.HEURISTIC, type.span());
                }
                decorated(type);
            }
            if (holds || keys) {
                enter();
                tokens(keys);
            }
        }

        private void decorated(TypeDeclaration type) {
            if (file.dialect() == Dialect.PYTHON) {
                for (Member member : type.members()) {
                    for (Annotation annotation : member.annotations()) {
                        if (RETRYING.contains(annotation.name())) {
                            String subject = member.qualifiedName();
                            add("retry", subject, Confidence.LITERAL, annotation.span());
                        }
                    }
                }
            }
        }

        /** Inner before outer, so that the first that holds a place is the nearest. */
        private void enter() {
            for (TypeDeclaration type : file.types()) {
                for (Member member : type.members()) {
                    places.add(new Place(member.qualifiedName(), member.span()));
                }
                if (type.kind() != TypeKind.FILE) {
                    places.add(new Place(type.name(), type.span()));
                }
            }
            places.sort(Comparator.comparingInt(p -> p.span().end() - p.span().start()));
        }

        private void tokens(boolean keys) {
            Tokens tokens = file.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                if (keys && (tokens.isString(i) || tokens.isWord(i)) && isKey(tokens, i)) {
                    mark("idempotency-key", Confidence.LITERAL, tokens, i);
                } else if (tokens.isWord(i) && (tokens.is(i + 1, '(') || tokens.is(i + 1, '<'))) {
                    String kind = words.get(tokens.word(i));
                    if (kind != null && means(tokens, i)) {
                        mark(kind, Confidence.LITERAL, tokens, i);
                    }
                }
            }
        }

        private static boolean isKey(Tokens tokens, int i) {
            int length = tokens.end(i) - tokens.start(i);
            if (length < 10 || length > 40) {
                return false;
            }
            String word = tokens.word(i).toLowerCase(Locale.ROOT);
            return word.contains("dempoten") && KEY.matcher(word).find();
        }

        /** A word alone is not enough where other things have the same name. */
        private boolean means(Tokens tokens, int i) {
            String word = tokens.word(i);
            return switch (word) {
                case "lock" -> !tokens.is(i - 1, '.') && tokens.is(i + 1, '(');
                case "WaitAsync" -> file.mayHold("SemaphoreSlim") || file.mayHold("AsyncLock");
                case "Lock", "RLock", "Semaphore" ->
                        file.dialect() != Dialect.PYTHON
                                || file.mayHold("threading")
                                || file.mayHold("asyncio")
                                || file.mayHold("multiprocessing");
                case "wait_for" -> file.mayHold("asyncio");
                case "RetryAsync", "TimeoutAsync", "AddTimeout", "AddRetry" ->
                        file.mayHold("Polly");
                case "Mutex" -> tokens.is(i - 1, "new");
                default -> true;
            };
        }

        private void mark(String kind, Confidence confidence, Tokens tokens, int token) {
            int start = tokens.start(token);
            String subject =
                    places.stream()
                            .filter(p -> p.span().start() <= start && start < p.span().end())
                            .findFirst()
                            .map(Place::name)
                            .orElse(file.file().name());
            add(kind, subject, confidence, new Span(start, tokens.end(token)));
        }

        private void add(String kind, String subject, Confidence confidence, Span span) {
            if (seen.add(kind + " " + subject)) {
                findings.add(new Mark(kind, subject, confidence, file.evidence(span)));
            }
        }
    }
}
