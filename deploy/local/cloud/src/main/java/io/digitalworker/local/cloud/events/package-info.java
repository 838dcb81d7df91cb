/** EventBridge and SNS: rules, subscriptions, and an outbox that delivers. */
@NullMarked
package io.digitalworker.local.cloud.events;

import org.jspecify.annotations.NullMarked;
