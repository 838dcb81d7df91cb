package io.digitalworker.facts.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;

import static io.digitalworker.facts.fuzz.Repeated.joined;
import static io.digitalworker.facts.fuzz.Repeated.lines;

/** TypeScript and JavaScript whose modules, objects and routers lead back to themselves. */
final class CyclicScripts {
    private static final String PACKAGE =
            "{\"dependencies\": {\"express\": \"1\", \"@nestjs/core\": \"1\", \"react-router-dom\": \"1\", \"next\": \"1\", \"mongoose\": \"1\", \"fastify\": \"1\"}}";

    private CyclicScripts() {}

    static Map<String, Map<String, String>> trees() {
        Map<String, Map<String, String>> trees = new LinkedHashMap<>();
        trees.put("barrels in a ring", barrels());
        trees.put("a module that exports itself", own());
        trees.put("modules that require each other", required());
        trees.put("routers that use each other", file("src/app.ts", routers()));
        trees.put("functions that hand routers around", file("src/app.ts", functions()));
        trees.put("objects spread in themselves", file("src/app.ts", objects()));
        trees.put("values of themselves", file("src/app.ts", values()));
        trees.put("modules of modules", file("src/app.module.ts", nest()));
        trees.put("decorators of each other", file("src/app.controller.ts", decorators()));
        trees.put("mixins of each other", file("src/app.controller.ts", mixins()));
        trees.put("routes within routes", file("src/app.tsx", routes()));
        trees.put("schemas of each other", file("src/schemas.ts", schemas()));
        trees.put("entities of each other", file("src/entities.ts", entities()));
        trees.put("constructs of themselves", file("lib/stack.ts", constructs()));
        return trees;
    }

    private static Map<String, String> file(String path, String text) {
        return Map.of("package.json", PACKAGE, path, text);
    }

    private static Map<String, String> barrels() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("package.json", PACKAGE);
        for (int m = 0; m < 12; m++) {
            files.put(
                    "src/b%d/index.ts".formatted(m),
                    lines(
                            48,
                            i ->
                                    "export * from '../b%1$d';\nexport { Missing, service, router as default } from '../b%1$d';"
                                            .formatted(i % 12)));
        }
        files.put(
                "src/app.ts",
                "import express from 'express';\nimport { Missing, Other, service, other } from './b0';\nimport router from './b1';\nconst app = express();\napp.use('/x', router);\napp.use(other);\napp.get('/y', service.a, (q, r) => { other(q); service.find(q); new Other().run(); });\nexport class C extends Other { constructor(private a: Other, private m: Missing) { super(); } f() { this.a.b(); this.m.c(); other(); } }\n");
        return files;
    }

    private static Map<String, String> own() {
        String all =
                "export * from './app';\nexport * from '.';\nexport { default } from './app';\nimport * as me from './app';\n"
                        .repeat(50);
        return Map.of(
                "package.json",
                PACKAGE,
                "src/app.ts",
                all
                        + "import express from 'express';\nexport default me.default.default.default;\nconst app = express();\napp.use(me.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z);\napp.get(me.x.y, me.z);\nmissing(); me.missing();\n",
                "src/index.ts",
                all);
    }

    private static Map<String, String> required() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("package.json", PACKAGE);
        for (int m = 0; m < 10; m++) {
            String all = joined(", ", 10, i -> "...require('./m%d')".formatted(i));
            String named = joined(", ", 10, i -> "x%1$d: require('./m%1$d').x%1$d.x".formatted(i));
            files.put(
                    "src/m%d.js".formatted(m),
                    "const express = require('express');\nconst app = express();\n"
                            + lines(
                                    10,
                                    i ->
                                            "const m%1$d = require('./m%1$d');\napp.use('/%1$d', m%1$d);\napp.use('/r', m%1$d.x.y.z);\nmodule.exports.x = m%1$d.x;"
                                                    .formatted(i))
                            + "module.exports = { %s, %s };\n".formatted(all, named));
        }
        return files;
    }

    private static String routers() {
        return "import express, { Router } from 'express';\nconst app = express();\n"
                + lines(15, i -> "const r%1$d = Router(); r%1$d.get('/a%1$d', h);".formatted(i))
                + lines(225, i -> "r%d.use('/x', r%d);".formatted(i / 15, i % 15))
                + "app.use(r0); app.use('/', app);\n";
    }

    private static String functions() {
        String calls =
                joined(
                        "\n",
                        20,
                        i -> "  f%1$d(r); f%1$d(Router()); r.use('/x', f%1$d(r));".formatted(i));
        return "import express, { Router } from 'express';\nconst app = express();\n"
                + lines(
                        20,
                        i ->
                                "function f%1$d(r) {\n%2$s\n  r.get('/a%1$d', h);\n  return f%3$d(r);\n}"
                                        .formatted(i, calls, (i + 1) % 20))
                + "f0(app);\n[f0, f1, f2].forEach(f => f(app));\n";
    }

    private static String objects() {
        String spread = joined(", ", 50, i -> "...a");
        String both = joined(", ", 50, i -> "...b, ...a, x%1$d: { ...c }".formatted(i));
        return "import express from 'express';\nimport mongoose from 'mongoose';\nimport { DynamoDB } from 'aws-sdk';\nconst app = express();\n"
                + "const a = { %s };\nconst b = { %s };\nconst c = { ...a, ...b, ...c, c, b };\n"
                        .formatted(spread, both)
                + "export const schema = new mongoose.Schema(a);\nexport const other = new mongoose.Schema({ ...b, ...c, z: [c], y: { type: b } });\n"
                + "Object.keys(c).forEach(k => app.use(k, c[k]));\nfor (const [k, v] of Object.entries(b)) { app.get(k, v); }\n"
                + "const db = new DynamoDB.DocumentClient();\ndb.put(a); db.get({ ...c, ...a }); db.query(b); db.update({ Key: c, ...b });\n"
                + "export default () => ({ ...a, ...b, ...c });\nfetch({ url: a.b.c, ...c });\naxios({ ...a, ...a, url: c.b.a });\n";
    }

    private static String values() {
        return "import express from 'express';\nconst app = express();\n"
                + "const a = `${b}${b}${c}${a}`;\nconst b = a + b + c + a + b;\nconst c = [a, b, c].join(a + b);\n"
                + "const d = d ? d : d ? a : d;\nconst e = e || e || a || e;\nconst f = x => f(x) + f(f(x)) + a;\nconst g = { k: g.k.k.k, l: [g.l, g.k][g.l] };\n"
                + "function h(x) { %s }\n".formatted("if (x) return h(x) + h(h(x)); ".repeat(30))
                + lines(
                        8,
                        i -> "app.get(%s, z); fetch(`/x/${%1$s}`);".formatted("abcdefgh".charAt(i)))
                + "app.get(g.k.l.k, z); app.get(f(a), z); app.get(h(h(a)), z); app.get(g[g.k], z);\n";
    }

    private static String nest() {
        String all = joined(", ", 12, i -> "M%1$d, forwardRef(() => M%1$d), ...l%1$d".formatted(i));
        return "import { Module, Controller, Get } from '@nestjs/common';\nimport { RouterModule } from '@nestjs/core';\n"
                + lines(
                        12,
                        i ->
                                "const l%1$d = [%2$s];\nconst t%1$d = [{ path: 'p', module: M%1$d, children: [...t%3$d, ...t%1$d, { path: 'q', children: t%3$d }] }, ...t%3$d];\n@Module({ imports: [%2$s, RouterModule.register(t%1$d), ...l%1$d.concat(l%3$d)], controllers: [C, ...l%1$d], providers: l%1$d })\nexport class M%1$d { static forRoot() { return { module: M%1$d, imports: [%2$s], ...M%3$d.forRoot() }; } }"
                                        .formatted(i, all, (i + 1) % 12))
                + "@Controller('c')\nexport class C extends C { @Get('x') x() {} }\n"
                + "const app = await NestFactory.create(M0);\n";
    }

    private static String decorators() {
        String all = joined(", ", 12, i -> "D%1$d(), D%1$d()".formatted(i));
        return "import { applyDecorators, Controller, Get } from '@nestjs/common';\n"
                + lines(
                        12,
                        i ->
                                "export function D%1$d() { return applyDecorators(%2$s, Get(D%1$d)); }\nexport const E%1$d = () => applyDecorators(%2$s);"
                                        .formatted(i, all))
                + "@Controller(D0)\n@D1()\nexport class X { @D0() @E1() x() {} @Get('y') @E2() @D3() y() {} }\n";
    }

    private static String mixins() {
        return "import { Controller, Get } from '@nestjs/common';\n"
                + lines(
                        40,
                        i ->
                                """
                                export function M%1$d(B = M%2$d(V%1$d)) {
                                  class X%1$d extends M%2$d(B) { @Get(B) a%1$d() {} }
                                  class Y%1$d extends B { @Get('%1$d') b%1$d() {} }
                                  return Y%1$d;
                                }
                                const V%1$d = M%2$d(V%2$d);
                                @Controller('c%1$d')
                                export class C%1$d extends M%1$d(C%2$d) {}
                                @Controller()
                                export class D%1$d extends V%1$d {}
                                """
                                        .formatted(i, (i + 1) % 40));
    }

    private static String routes() {
        return "import { Routes, Route, createBrowserRouter, useRoutes } from 'react-router-dom';\n"
                + lines(
                        12,
                        i ->
                                "const r%1$d = [%2$s];\nexport const R%1$d = () => <Routes>%3$s</Routes>;"
                                        .formatted(
                                                i,
                                                joined(
                                                        ", ",
                                                        12,
                                                        j ->
                                                                "{ path: 'p%1$d', element: <R%1$d />, children: r%1$d }, ...r%1$d"
                                                                        .formatted(j)),
                                                joined(
                                                        "",
                                                        12,
                                                        j ->
                                                                "<Route path='p%1$d' element={<R%1$d />}>{r%1$d}{R%1$d()}<R%1$d /></Route>"
                                                                        .formatted(j))))
                + "export const router = createBrowserRouter(r0);\nexport const A = () => useRoutes([...r1, ...r2]);\n";
    }

    private static String schemas() {
        return "import { z } from 'zod';\nimport mongoose, { Schema } from 'mongoose';\n"
                + lines(
                        12,
                        i ->
                                "export const Z%1$d = z.object({ %2$s }).merge(Z%3$d).extend(Z%1$d.shape);\nexport const S%1$d = new Schema({ %4$s, ...S%3$d });\nexport const J%1$d = Joi.object({ %5$s }).concat(J%3$d);"
                                        .formatted(
                                                i,
                                                joined(
                                                        ", ",
                                                        12,
                                                        j ->
                                                                "f%1$d: Z%1$d, g%1$d: z.array(Z%1$d), ...Z%1$d.shape"
                                                                        .formatted(j)),
                                                (i + 1) % 12,
                                                joined(
                                                        ", ",
                                                        12,
                                                        j ->
                                                                "f%1$d: { type: S%1$d }, g%1$d: [S%1$d]"
                                                                        .formatted(j)),
                                                joined(", ", 12, j -> "f%1$d: J%1$d".formatted(j))))
                + "app.post('/x', validate(Z0), validate(J0), h);\n";
    }

    private static String entities() {
        String generic = joined(", ", 10, i -> "T" + i);
        String pairs = joined(", ", 10, i -> "P<" + generic + ">");
        return "import { Entity, ManyToOne, Column } from 'typeorm';\n"
                + lines(
                        12,
                        i ->
                                "@Entity(E%1$d)\nexport class E%1$d extends E%2$d { %3$s }"
                                        .formatted(
                                                i,
                                                (i + 1) % 12,
                                                joined(
                                                        " ",
                                                        12,
                                                        j ->
                                                                "@ManyToOne(() => E%1$d, e => e.f%1$d.f%1$d) f%1$d: E%1$d[];"
                                                                        .formatted(j))))
                + lines(
                        30,
                        i ->
                                "export class G%1$d<%2$s> extends G%3$d<%4$s> { constructor(private r: Repository<G%3$d<%4$s>>, private g: G%3$d<%4$s>) {} f(a: G%3$d<%4$s>) { this.g.missing(); this.r.find(a); this.last.save(a); a.last.missing(); } }"
                                        .formatted(i, generic, i + 1, pairs))
                + "export class G30<%s> { last: Repository<T0>; other: T1; }\n".formatted(generic)
                + "export class U { constructor(private g: G0<A,A,A,A,A,A,A,A,A,A>) {} f() { this.g.last.save(1); this.g.other.x(); } }\n";
    }

    private static String constructs() {
        String spread = joined(", ", 30, i -> "...props, ...more");
        return "import { RestApi } from 'aws-cdk-lib/aws-apigateway';\nimport { Function } from 'aws-cdk-lib/aws-lambda';\nimport { Table } from 'aws-cdk-lib/aws-dynamodb';\n"
                + "const props = { %s, environment: { ...props } };\nconst more = { ...props, ...more, %1$s };\n"
                        .formatted(spread)
                + "export class S extends Stack { constructor() { super();\n"
                + "const fn = new Function(this, 'f', { ...props, ...more });\nconst table = new Table(this, 't', { ...more, ...props });\n"
                + "const api = new RestApi(this, 'a', { ...props, handler: fn });\nlet r = api.root;\n"
                + "r = r.addResource(r.path + r.path);\nr = r.addResource('x').addResource(r);\n"
                        .repeat(30)
                + "r.addMethod('GET', new LambdaIntegration(r ? fn : r)); table.grantReadData(table.grant(fn));\n} }\n";
    }
}
