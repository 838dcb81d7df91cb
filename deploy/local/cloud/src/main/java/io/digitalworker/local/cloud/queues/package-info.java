/** SQS: ElasticMQ over H2. */
@NullMarked
package io.digitalworker.local.cloud.queues;

import org.jspecify.annotations.NullMarked;
