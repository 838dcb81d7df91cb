/**
 * The job table {@code DigitalWorkerJobs}: legal transitions, claims with fencing tokens, the event
 * history that is also the outbox, and what is due (design §4.5). Plain Java over the DynamoDB client.
 */
@NullMarked
package io.digitalworker.ledger;

import org.jspecify.annotations.NullMarked;
