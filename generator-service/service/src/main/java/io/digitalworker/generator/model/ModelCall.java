package io.digitalworker.generator.model;

import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.generator.budget.JobBudget;
import io.digitalworker.ledger.LedgerUnavailable;
import io.digitalworker.ledger.Reservation;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A call whose cost is reserved, on its way through the limit and the gate of its model. */
final class ModelCall {
    private static final Logger LOG = Logger.getLogger(ModelCall.class);

    /** What is known of its cost. */
    private enum Cost {
        NOTHING,
        SETTLED,
        /** Nobody knows: it stays reserved, so that more is counted than was spent. */
        UNKNOWN
    }

    private final ModelCalls calls;
    private final Asker asker;
    private final Model model;
    private final ModelLine line;
    private final Reservation reservation;
    private Cost cost = Cost.NOTHING;
    private Duration waited = Duration.ZERO;

    ModelCall(ModelCalls calls, Asker asker, Model model, ModelLine line, Reservation reservation) {
        this.calls = calls;
        this.asker = asker;
        this.model = model;
        this.line = line;
        this.reservation = reservation;
    }

    Called make(Prompt prompt, int maxTokens) {
        try {
            long tokens = line.tokens(prompt) + maxTokens;
            Optional<Lack> lack = takeFromMinute(tokens);
            return lack.isPresent()
                    ? new Called.Without(lack.get(), false)
                    : within(tokens, prompt, maxTokens);
        } finally {
            if (cost == Cost.NOTHING) {
                untouched(() -> asker.budget().release(reservation));
            }
        }
    }

    private Optional<Lack> takeFromMinute(long tokens) {
        Optional<Lack> lack = Optional.empty();
        if (line.limit().isPresent()) {
            TokenLimit limit = line.limit().get();
            Duration wait = limit.take(tokens);
            while (!wait.isZero() && lack.isEmpty()) {
                Duration ignored = calls.letPass(wait, asker);
                lack = calls.lack(asker);
                wait = lack.isEmpty() ? limit.take(tokens) : wait;
            }
        }
        return lack;
    }

    private Called within(long tokens, Prompt prompt, int maxTokens) {
        long used = 0;
        try {
            Called called = passGate(prompt, maxTokens);
            if (called instanceof Called.Answered answered) {
                used = answered.answer().use().in() + answered.answer().use().out();
            }
            return called;
        } finally {
            if (cost != Cost.UNKNOWN) {
                giveBack(tokens, used);
            }
        }
    }

    private void giveBack(long tokens, long used) {
        line.limit().ifPresent(limit -> limit.giveBack(tokens, used));
    }

    private Called passGate(Prompt prompt, int maxTokens) {
        while (true) {
            Gate.Decision decision = line.gate().ask(calls.now());
            if (decision instanceof Gate.Decision.Broken) {
                return new Called.Without(Lack.UNAVAILABLE, false);
            }
            if (decision instanceof Gate.Decision.Wait wait) {
                waitAtGate(wait.time());
            } else {
                Called called = ask(((Gate.Decision.Go) decision).pass(), prompt, maxTokens);
                if (called != null) {
                    return called;
                }
            }
            Optional<Lack> lack = calls.lack(asker);
            if (lack.isPresent()) {
                return new Called.Without(lack.get(), false);
            }
        }
    }

    private void waitAtGate(Duration time) {
        if (waited.compareTo(calls.patience()) >= 0) {
            throw new ModelsThrottled();
        }
        waited = waited.plus(calls.letPass(time, asker));
    }

    /** Null if it was throttled and has to wait at the gate again. */
    private @Nullable Called ask(Gate.Pass pass, Prompt prompt, int maxTokens) {
        boolean told = false;
        cost = Cost.UNKNOWN;
        try {
            ModelAnswer answer = model.ask(prompt, maxTokens);
            told = true;
            line.gate().answered(pass);
            line.read(prompt, answer.use());
            return settled(answer);
        } catch (ModelFault fault) {
            told = true;
            cost = fault.mayBePaid() ? Cost.UNKNOWN : Cost.NOTHING;
            LOG.infof("model %s", fault.getMessage());
            return without(pass, fault);
        } finally {
            if (!told) {
                line.gate().abandoned(pass);
            }
        }
    }

    private Called settled(ModelAnswer answer) {
        long[] microUsd = {reservation.microUsd()};
        untouched(
                () -> {
                    JobBudget budget = asker.budget();
                    microUsd[0] = budget.settle(reservation, model.id(), answer.use()).microUsd();
                });
        cost = Cost.SETTLED;
        return new Called.Answered(answer, microUsd[0]);
    }

    private @Nullable Called without(Gate.Pass pass, ModelFault fault) {
        Gate gate = line.gate();
        if (fault instanceof ModelFault.Throttled throttled) {
            gate.throttled(pass, throttled.retryAfter(), calls.now());
            return null;
        }
        if (fault instanceof ModelFault.Unusable) {
            gate.unusable(pass, calls.now());
            return new Called.Without(Lack.UNUSABLE, true);
        }
        gate.failed(pass, calls.now());
        return new Called.Without(
                fault instanceof ModelFault.TimedOut ? Lack.TIMED_OUT : Lack.UNAVAILABLE, true);
    }

    /**
     * Tells the ledger whether or not the thread is interrupted. Where the ledger is away the call stays
     * reserved: an answer is not thrown away for that.
     */
    private static void untouched(Runnable write) {
        boolean interrupted = Thread.interrupted();
        try {
            write.run();
        } catch (LedgerUnavailable e) {
            LOG.warn("a call could not be settled; it stays reserved");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
