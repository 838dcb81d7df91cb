/** What a caller is told of a job while it happens. {@link io.digitalworker.ingest.follow.FollowJob} is the act. */
@NullMarked
package io.digitalworker.ingest.follow;

import org.jspecify.annotations.NullMarked;
