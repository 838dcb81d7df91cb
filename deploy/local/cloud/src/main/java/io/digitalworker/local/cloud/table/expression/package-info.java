/** DynamoDB's expression language: conditions, updates, projections, key conditions. */
@NullMarked
package io.digitalworker.local.cloud.table.expression;

import org.jspecify.annotations.NullMarked;
