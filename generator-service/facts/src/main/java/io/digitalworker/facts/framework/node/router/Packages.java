package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import java.util.HashSet;
import java.util.Set;

/** The packages that scripts get from outside: those that a package.json names, and Node's own. */
final class Packages {
    private static final Set<String> KNOWN =
            Set.of(
                    "express",
                    "koa",
                    "koa-router",
                    "fastify",
                    "hono",
                    "hapi",
                    "path",
                    "fs",
                    "http",
                    "https",
                    "os",
                    "url",
                    "util",
                    "crypto",
                    "events",
                    "stream",
                    "polka",
                    "restify",
                    "mongoose",
                    "sequelize",
                    "typeorm",
                    "zod",
                    "joi",
                    "yup",
                    "axios",
                    "react",
                    "config");

    private final Set<String> names = new HashSet<>(KNOWN);

    private Packages() {}

    static Packages of(CodeBase code) {
        Packages packages = new Packages();
        for (DataFile file : code.data().readNamed("package.json")) {
            for (String group :
                    new String[] {"dependencies", "devDependencies", "peerDependencies"}) {
                for (DataNode.Entry entry : file.root().get(group).entries()) {
                    packages.names.add(entry.key());
                }
            }
        }
        return packages;
    }

    /** Whether a module of this name is not of the archive. */
    boolean foreign(String module) {
        return !module.startsWith(".") && (names.contains(module) || module.startsWith("node:"));
    }
}
