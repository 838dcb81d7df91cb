/** What stands in contracts and schemas: OpenAPI, AsyncAPI, GraphQL, Protocol Buffers, SQL. */
@NullMarked
package io.digitalworker.facts.framework.contract;

import org.jspecify.annotations.NullMarked;
