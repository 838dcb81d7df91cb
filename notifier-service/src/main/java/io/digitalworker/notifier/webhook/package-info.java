/** The channel {@code webhook}: a signed request to the address that the job's options name. */
@NullMarked
package io.digitalworker.notifier.webhook;

import org.jspecify.annotations.NullMarked;
