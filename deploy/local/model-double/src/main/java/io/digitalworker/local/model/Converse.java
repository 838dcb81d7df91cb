package io.digitalworker.local.model;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One call, from its arrival to its line in the history. */
final class Converse {
    private static final double MILLIS = 1_000;

    private final long begun = System.nanoTime();
    private final String at = Instant.now().toString();
    private final int number;
    private final Asked asked;
    private final Script script;
    private final Caches caches;
    private final History history;

    /**
     * @param held until it is released
     */
    record Wait(long millis, boolean held) {}

    /** Lets time pass. */
    interface Waits {
        void let(Wait pass) throws InterruptedException;
    }

    Converse(int number, Asked asked, Script script, Caches caches, History history) {
        this.number = number;
        this.asked = asked;
        this.script = script;
        this.caches = caches;
        this.history = history;
        tell(CallRecord.ARRIVED, new Caches.Shares(0, 0, 0), 0);
    }

    void answer(HttpExchange exchange, Optional<Rule> rule, Answerer answerer, Waits waits)
            throws IOException {
        Fault fault = rule.map(Rule::fault).orElse(null);
        try {
            if (fault == Fault.CUT) {
                tell(fault.key(), new Caches.Shares(0, 0, 0), 0);
                exchange.close();
            } else if (fault != null && Reply.isError(fault)) {
                refuse(exchange, rule.orElseThrow());
            } else {
                say(exchange, fault, answerer, waits);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private void refuse(HttpExchange exchange, Rule rule) throws IOException {
        Reply reply = Reply.error(rule.fault());
        Integer seconds = rule.retryAfter();
        if (seconds != null) {
            exchange.getResponseHeaders().set("Retry-After", seconds.toString());
        }
        tell(rule.fault().key(), new Caches.Shares(0, 0, 0), 0);
        send(exchange, reply);
    }

    private void say(HttpExchange exchange, @Nullable Fault fault, Answerer answerer, Waits waits)
            throws IOException, InterruptedException {
        Caches.Shares shares = caches.read(asked);
        String text = Spoilt.by(fault, answerer.answer(asked));
        waits.let(new Wait(script.latencyMillis(), false));
        Reply reply = Reply.answer(text, fault, asked, shares, millis());
        if (script.tokensPerSecond() > 0) {
            double seconds = reply.tokensOut() / script.tokensPerSecond();
            waits.let(new Wait((long) (seconds * MILLIS), false));
        }
        if (fault == Fault.HELD) {
            waits.let(new Wait(0, true));
        }
        String outcome = fault == null || fault == Fault.HELD ? CallRecord.ANSWERED : fault.key();
        try {
            // first the line: whoever has the answer finds it in the history
            tell(outcome, shares, reply.tokensOut());
            send(exchange, reply);
        } catch (IOException e) {
            tell(CallRecord.LOST, shares, reply.tokensOut());
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.errorType() != null) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", reply.errorType());
        }
        exchange.getResponseHeaders().set("x-amzn-RequestId", "double-" + number);
        ModelDouble.send(exchange, reply.status(), reply.body().getBytes(UTF_8));
    }

    private long millis() {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private void tell(String outcome, Caches.Shares shares, long tokensOut) {
        boolean arrived = outcome.equals(CallRecord.ARRIVED);
        history.add(
                new CallRecord(
                        number,
                        at,
                        asked.model(),
                        asked.section(),
                        asked.isRepair(),
                        shares.all(),
                        tokensOut,
                        shares.read(),
                        shares.written(),
                        Objects.requireNonNull(outcome),
                        millis(),
                        arrived && script.keepPrompts() ? asked.prompt() : null));
    }
}
