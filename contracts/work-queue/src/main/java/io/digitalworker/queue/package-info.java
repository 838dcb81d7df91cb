/**
 * Work from SQS queues (design §3, §9): an inbound connector of SmallRye Reactive Messaging that takes
 * a message only when a worker is free, keeps it invisible while it is worked on, and never gives up
 * polling.
 *
 * <p>A service has one bean method per queue, which passes the message to a plain blocking method:
 *
 * <pre>{@code
 * @Incoming("jobs")
 * void receive(Delivery delivery) {
 *     delivery.handle(this::generate);
 * }
 *
 * Outcome generate(Received received) throws Exception { ... }
 * }</pre>
 */
@NullMarked
package io.digitalworker.queue;

import org.jspecify.annotations.NullMarked;
