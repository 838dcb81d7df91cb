package io.digitalworker.facts.framework.node.router;

import java.util.Map;
import java.util.Set;

/** The packages whose functions and classes make applications and routers. */
final class RouterPackages {
    private static final Map<String, String> APPLICATIONS =
            Map.ofEntries(
                    Map.entry("express", "express"),
                    Map.entry("polka", "express"),
                    Map.entry("restify.createServer", "restify"),
                    Map.entry("koa", "koa"),
                    Map.entry("fastify", "fastify"),
                    Map.entry("fastify.fastify", "fastify"),
                    Map.entry("fastify.Fastify", "fastify"),
                    Map.entry("hono.Hono", "hono"),
                    Map.entry("hono/tiny.Hono", "hono"),
                    Map.entry("hono/quick.Hono", "hono"),
                    Map.entry("@hono/zod-openapi.OpenAPIHono", "hono"),
                    Map.entry("elysia.Elysia", "elysia"),
                    Map.entry("@hapi/hapi.server", "hapi"),
                    Map.entry("@hapi/hapi.Server", "hapi"),
                    Map.entry("hapi.server", "hapi"),
                    Map.entry("hapi.Server", "hapi"));
    private static final Map<String, String> ROUTERS =
            Map.ofEntries(
                    Map.entry("express.Router", "express"),
                    Map.entry("express-promise-router", "express"),
                    Map.entry("express-async-router.AsyncRouter", "express"),
                    Map.entry("restify-router.Router", "restify"),
                    Map.entry("koa-router", "koa"),
                    Map.entry("koa-router.Router", "koa"),
                    Map.entry("koa-joi-router", "koa"),
                    Map.entry("@koa/router", "koa"),
                    Map.entry("@koa/router.Router", "koa"));
    private static final Set<String> NO_ROUTERS =
            Set.of("http", "https", "http2", "spdy", "socket.io", "ws", "node:http", "node:https");

    private RouterPackages() {}

    /** Whether a function or class makes an application or a router. */
    static boolean make(String path) {
        return APPLICATIONS.containsKey(path) || ROUTERS.containsKey(path);
    }

    static boolean isApplication(String path) {
        return APPLICATIONS.containsKey(path);
    }

    /** The framework of what is made; empty if nothing is. */
    static String framework(String path) {
        return APPLICATIONS.getOrDefault(path, ROUTERS.getOrDefault(path, ""));
    }

    /** Whether what a package makes takes an application, but is none. */
    static boolean isServer(String module) {
        return NO_ROUTERS.contains(module);
    }
}
