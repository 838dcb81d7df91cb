/** The embedded cloud: SQS, S3, DynamoDB, EventBridge and SNS in one JVM on loopback (design §7). */
@NullMarked
package io.digitalworker.local.cloud;

import org.jspecify.annotations.NullMarked;
