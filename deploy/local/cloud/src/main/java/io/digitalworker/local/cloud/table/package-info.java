/** DynamoDB: tables, indexes and transactions over H2's MVStore. */
@NullMarked
package io.digitalworker.local.cloud.table;

import org.jspecify.annotations.NullMarked;
