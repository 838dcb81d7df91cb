/**
 * What every service process has in the same way: its configuration, clock and ids, the clients of the
 * cloud, the relay of its events, due passes, and the guard that refuses an unsafe start. Depends on
 * Quarkus; nothing here knows what a service is for (docs/adr/0007-one-runtime-module.md).
 */
@NullMarked
package io.digitalworker.runtime;

import org.jspecify.annotations.NullMarked;
