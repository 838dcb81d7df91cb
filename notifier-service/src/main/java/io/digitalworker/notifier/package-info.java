/**
 * Tells subscribers how a job ended (design §4.4): terminal events go to the SNS topic and to the
 * webhook of whoever submitted the job, until delivered or given up.
 */
@NullMarked
package io.digitalworker.notifier;

import org.jspecify.annotations.NullMarked;
