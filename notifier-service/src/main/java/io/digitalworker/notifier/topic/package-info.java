/** The channel {@code sns}: the topic that everybody concerned subscribes to. */
@NullMarked
package io.digitalworker.notifier.topic;

import org.jspecify.annotations.NullMarked;
