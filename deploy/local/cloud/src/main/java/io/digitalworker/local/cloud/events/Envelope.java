package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An SNS message in its signed JSON envelope; {@code type} goes into a header as well. */
record Envelope(String type, String messageId, ObjectNode json) {}
