package io.digitalworker.generator.model;

import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.ledger.BudgetScope;
import io.digitalworker.ledger.Reserved;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Asks models; the one layer that waits for a model and asks it again. Each call is reserved against the
 * budget, taken from the tokens of the minute, let through the gate of its model, made and settled, in
 * this order. Limits and gates are shared by all jobs of the process.
 */
public final class ModelCalls {
    /** How often a job that waits is asked whether it goes on. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Function<String, ModelLine> newLine;
    private final Clock clock;
    private final Pause pause;
    private final Duration patience;
    private final Map<String, ModelLine> lines = new ConcurrentHashMap<>();

    /**
     * @param newLine what all jobs share of the model of that id
     * @param patience how long a call waits for a throttled model
     */
    ModelCalls(Function<String, ModelLine> newLine, Clock clock, Pause pause, Duration patience) {
        this.newLine = newLine;
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
    }

    /** How many bytes of a prompt make a token of that model, as far as it has told. */
    public double bytesPerToken(Model model) {
        return line(model).bytesPerToken();
    }

    /**
     * Asks the model once, after as much waiting as it takes; again only if it was throttled.
     *
     * @throws ModelsThrottled if it stays throttled for too long
     * @throws io.digitalworker.ledger.LedgerUnavailable if nothing can be reserved
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, which it stays
     */
    public Called ask(Asker asker, Model model, Prompt prompt, int maxTokens) {
        Optional<Lack> lack = lack(asker);
        if (lack.isPresent()) {
            return new Called.Without(lack.get(), false);
        }
        Reserved reserved = reserve(asker, model, prompt, maxTokens);
        if (!(reserved instanceof Reserved.Granted granted)) {
            return new Called.Without(Lack.BUDGET, false);
        }
        asker.open().begin();
        try {
            return new ModelCall(this, asker, model, line(model), granted.reservation())
                    .make(prompt, maxTokens);
        } finally {
            asker.open().end();
        }
    }

    /**
     * A call takes far less than it reserves: where other calls of the job fill its cap, this one waits for
     * one of them to end.
     */
    private Reserved reserve(Asker asker, Model model, Prompt prompt, int maxTokens) {
        while (true) {
            long ended = asker.open().ended();
            Reserved answer = asker.budget().reserve(model.id(), prompt, maxTokens);
            boolean full = answer instanceof Reserved.Refused no && no.scope() == BudgetScope.JOB;
            if (!full || !anotherEnds(asker, ended)) {
                return answer;
            }
        }
    }

    /** False if there is none to wait for. */
    private boolean anotherEnds(Asker asker, long ended) {
        while (asker.open().ended() == ended) {
            if (!asker.open().isAny()) {
                return asker.open().ended() != ended;
            }
            letPass(LOOK, asker);
        }
        return true;
    }

    /** Why no call may begin for this job now. */
    Optional<Lack> lack(Asker asker) {
        if (asker.budget().modelIsOff()) {
            return Optional.of(Lack.SWITCHED_OFF);
        }
        return clock.instant().isAfter(asker.lastCall())
                ? Optional.of(Lack.DEADLINE)
                : Optional.empty();
    }

    Instant now() {
        return clock.instant();
    }

    Duration patience() {
        return patience;
    }

    /** Lets a part of a wait pass, and asks the job whether it goes on. */
    Duration letPass(Duration wait, Asker asker) {
        Duration part = wait.compareTo(LOOK) < 0 ? wait : LOOK;
        pause.let(part);
        asker.goOn().run();
        return part;
    }

    private ModelLine line(Model model) {
        return lines.computeIfAbsent(model.id(), newLine);
    }
}
