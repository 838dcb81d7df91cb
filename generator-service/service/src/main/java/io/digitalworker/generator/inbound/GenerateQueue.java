package io.digitalworker.generator.inbound;

import io.digitalworker.api.event.JobSubmitted;
import io.digitalworker.generator.GenerateSpecification;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.generator.attempt.Stop;
import io.digitalworker.generator.attempt.Watchdog;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimAttempt;
import io.digitalworker.ledger.ClaimLost;
import io.digitalworker.ledger.EventJson;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.queue.Delivery;
import io.digitalworker.queue.Outcome;
import io.digitalworker.queue.Received;
import io.digitalworker.runtime.PutOff;
import io.digitalworker.runtime.TransientFaults;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Messages of the queue {@code generate}: each {@code JobSubmitted} is worked on under the claim of its
 * job. This class alone decides what becomes of the message (design §3).
 */
@Singleton
public final class GenerateQueue {
    private static final Logger LOG = Logger.getLogger(GenerateQueue.class);

    private final JobLedger ledger;
    private final GenerateSpecification generate;
    private final Watchdog watchdog;
    private final ArchiveBudget budget;
    private final PutOff putOff;

    GenerateQueue(
            JobLedger ledger,
            GenerateSpecification generate,
            Watchdog watchdog,
            ArchiveBudget budget,
            PutOff putOff) {
        this.ledger = ledger;
        this.generate = generate;
        this.watchdog = watchdog;
        this.budget = budget;
        this.putOff = putOff;
    }

    @Incoming("generate")
    void receive(Delivery delivery) {
        delivery.handle(this::handle);
    }

    Outcome handle(Received received) throws Exception {
        JobSubmitted submitted = submitted(received.body());
        MDC.put("requestId", submitted.requestId());
        MDC.put("jobId", submitted.jobId());
        try {
            return withinBudget(submitted, received);
        } finally {
            MDC.remove("requestId");
            MDC.remove("jobId");
            MDC.remove("stage"); // put there by the attempt, and wanted until the outcome is told
        }
    }

    private Outcome withinBudget(JobSubmitted submitted, Received received) throws Exception {
        long bytes = submitted.archive() == null ? 0 : submitted.archive().size();
        if (!budget.take(bytes)) {
            return putOff.again(received.firstReceived());
        }
        try {
            return claim(submitted, received);
        } finally {
            budget.giveBack(bytes);
        }
    }

    private Outcome claim(JobSubmitted submitted, Received received) throws Exception {
        ClaimAttempt answer;
        try {
            answer = ledger.claim(submitted.jobId(), submitted.attempt());
        } catch (RuntimeException fault) {
            return laterIfTransient(fault, received);
        }
        if (answer instanceof ClaimAttempt.Claimed claimed) {
            return work(claimed.claim(), received);
        }
        if (answer instanceof ClaimAttempt.Busy busy) {
            return putOff.until(busy.until());
        }
        LOG.info("nothing to do");
        return Outcome.done();
    }

    private Outcome work(Claim claim, Received received) throws Exception {
        Attempt attempt = watchdog.begin(claim, received.lease());
        try (attempt) {
            generate.generate(attempt);
            return Outcome.done();
        } catch (Exception | Error fault) {
            // closed by now: what follows is not interrupted
            return afterFault(attempt, fault, received);
        }
    }

    private Outcome afterFault(Attempt attempt, Throwable fault, Received received)
            throws Exception {
        try {
            if (attempt.stop().isPresent()) {
                return stopped(attempt, attempt.stop().get());
            }
            if (!(fault instanceof ClaimLost)) {
                attempt.claim().release(fault.getClass().getSimpleName());
            }
        } catch (RuntimeException second) {
            return laterIfTransient(second, received);
        }
        return laterIfTransient(fault, received);
    }

    private static Outcome stopped(Attempt attempt, Stop why) {
        LOG.infof("stopped: %s", why);
        if (why == Stop.TIMED_OUT) {
            attempt.claim().fail(attempt.timedOut());
            return Outcome.done();
        }
        attempt.claim().release("");
        return Outcome.later(why == Stop.DRAINING ? Duration.ZERO : Duration.ofSeconds(1));
    }

    /** Whoever has the job now is known once it is asked for again. */
    private Outcome laterIfTransient(Throwable fault, Received received) throws Exception {
        if (fault instanceof ClaimLost) {
            return Outcome.later(Duration.ofSeconds(1));
        }
        if (TransientFaults.is(fault)) {
            LOG.warnf("put off: %s", fault.getClass().getSimpleName());
            return putOff.again(received.firstReceived());
        }
        LOG.errorf("failed: %s", fault.getClass().getName());
        if (fault instanceof Error error) {
            throw error;
        }
        throw (Exception) fault;
    }

    private static JobSubmitted submitted(String body) {
        if (EventJson.ofEnvelope(body) instanceof JobSubmitted submitted) {
            return submitted;
        }
        throw new EventJson.UnreadableEvent("not a JobSubmitted");
    }
}
