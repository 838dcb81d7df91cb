/** Routers of Express and its kin, Koa, Hono, Fastify and hapi: scripts are run as far as that puts them together. */
@NullMarked
package io.digitalworker.facts.framework.node.router;

import org.jspecify.annotations.NullMarked;
