package io.digitalworker.facts.framework.node.router;

import com.google.re2j.Pattern;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.node.Authorization;
import io.digitalworker.facts.framework.node.Paths;
import io.digitalworker.facts.framework.node.Requests;
import io.digitalworker.facts.framework.node.TestFiles;
import io.digitalworker.facts.framework.node.router.RouterNode.Event;
import io.digitalworker.facts.framework.node.router.RouterNode.Guard;
import io.digitalworker.facts.framework.node.router.RouterNode.Handler;
import io.digitalworker.facts.framework.node.router.RouterNode.Mount;
import io.digitalworker.facts.framework.node.router.RouterNode.Route;
import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Items;
import io.digitalworker.facts.framework.node.router.Thing.Regex;
import io.digitalworker.facts.framework.node.router.Thing.Router;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints of Express, Koa, Hono, Fastify, hapi and restify: the modules are run as far as that puts
 * their routers together ({@link ScriptRun}), then every router is read from where it is mounted.
 */
public final class WebRouters implements Framework {
    private static final String[] WORDS = {
        "express", "polka", "restify", "koa", "fastify", "hono", "Hono", "elysia", "hapi", "Hapi",
        "Router", "router", "app", "server", "Fastify", "Koa", "Express"
    };
    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "app",
                    "express",
                    "router",
                    "express",
                    "server",
                    "express",
                    "fastify",
                    "fastify",
                    "instance",
                    "fastify",
                    "api",
                    "express",
                    "route",
                    "express",
                    "routes",
                    "express");
    private static final Map<String, String> TYPES =
            Map.of(
                    "FastifyInstance",
                    "fastify",
                    "Application",
                    "express",
                    "Express",
                    "express",
                    "Router",
                    "express",
                    "express.Application",
                    "express",
                    "express.Express",
                    "express",
                    "express.Router",
                    "express",
                    "IRouter",
                    "express",
                    "Hono",
                    "hono");
    private static final Pattern GROUP = Pattern.compile("\\((?:[^()]|\\([^()]*\\))*\\)");
    private static final Pattern NAMED_GROUP =
            Pattern.compile("\\(\\?<(\\w+)>(?:[^()]|\\([^()]*\\))*\\)");
    private static final int MAX_ENDPOINTS = 20_000;
    private static final int MAX_DEPTH = 16;

    /** To one router: those that mount each other have more than can be counted. */
    private static final int MAX_WAYS = 100;

    @Override
    public void extract(CodeBase code, Findings findings) {
        if (code.filesWith(
                                Dialect.SCRIPT,
                                "express",
                                "polka",
                                "restify",
                                "koa",
                                "fastify",
                                "hono",
                                "Hono",
                                "elysia",
                                "hapi")
                        .isEmpty()
                && !anyImports(code)) {
            return;
        }
        RouterCalls calls = new RouterCalls();
        ScriptRun run = new ScriptRun(code, calls);
        calls.run(run);
        List<CodeFile> files =
                code.filesWith(Dialect.SCRIPT, WORDS).stream()
                        .filter(file -> !TestFiles.is(file.path()))
                        .toList();
        files.forEach(run::module);
        files.forEach(file -> orphans(file, run, calls));
        new Emission(findings).all(calls.nodes());
    }

    private static boolean anyImports(CodeBase code) {
        return code.files(Dialect.SCRIPT).stream()
                .flatMap(file -> file.imports().stream())
                .anyMatch(
                        each ->
                                each.module()
                                        .matches(
                                                "(@hapi/hapi|hapi|@koa/router|koa-router|@hono/.*|express.*|fastify.*)"));
    }

    // ---- functions and classes that nobody seems to call

    private static void orphans(CodeFile file, ScriptRun run, RouterCalls calls) {
        if (!registers(file)) {
            return;
        }
        for (TypeDeclaration type : file.types()) {
            boolean holds = type.kind() == TypeKind.CLASS && makesRouter(file, type);
            if (holds && !type.has("abstract") && !run.wasCalled(file, type.span())) {
                run.construct(new Thing.ClassOf(file, type), List.of());
            }
        }
        for (Member member : file.functions()) {
            boolean function = member.kind() == MemberKind.FUNCTION && !member.body().isEmpty();
            if (function && !member.parameters().isEmpty()) {
                orphan(file, member, run, calls);
            }
        }
    }

    private static boolean registers(CodeFile file) {
        return List.of("get", "post", "put", "patch", "delete", "route", "use", "register").stream()
                .anyMatch(file::mayHold);
    }

    private static boolean makesRouter(CodeFile file, TypeDeclaration type) {
        String text = file.text(type.span());
        return text.contains("Router(") || text.contains("express(") || text.contains("fastify(");
    }

    private static void orphan(CodeFile file, Member member, ScriptRun run, RouterCalls calls) {
        Closure closure = run.closure(file, member, run.module(file));
        boolean exported = member.has("export") || member.has("default");
        if (!exported || run.wasCalled(file, closure.body())) {
            return;
        }
        List<Thing> arguments = new ArrayList<>();
        boolean any = false;
        for (Parameter parameter : member.parameters()) {
            String framework = framework(parameter);
            any |= framework != null;
            arguments.add(
                    framework == null
                            ? Thing.UNKNOWN
                            : new Router(calls.node(framework, false, true)));
        }
        if (any) {
            run.invoke(closure, arguments, Thing.UNKNOWN);
        }
    }

    private static @Nullable String framework(Parameter parameter) {
        String typed = TYPES.get(parameter.type().replaceAll("<.*", ""));
        boolean plain = parameter.type().isEmpty() || parameter.type().equals("any");
        return typed != null
                ? typed
                : plain ? PARAMETERS.get(parameter.name().toLowerCase(Locale.ROOT)) : null;
    }

    // ---- from routers to endpoints

    /** Reads routers from where they are mounted. */
    private static final class Emission {
        private final Findings findings;
        private final Set<RouterNode> open = new HashSet<>();
        private final Map<RouterNode, Integer> ways = new HashMap<>();
        private final Set<Evidence> reached = new HashSet<>();
        private int emitted;

        Emission(Findings findings) {
            this.findings = findings;
        }

        /** Applications first; what none of them reaches stands for itself. */
        void all(List<RouterNode> nodes) {
            for (RouterNode node : nodes) {
                if (!node.mounted && node.application) {
                    node(node, new Text("", true, true), List.of(), false);
                }
            }
            for (RouterNode node : nodes) {
                if (!node.mounted && !node.application) {
                    node(node, new Text("", true, true), List.of(), true);
                }
            }
        }

        private void node(RouterNode node, Text prefix, List<String> guards, boolean astray) {
            boolean often = ways.merge(node, 1, Integer::sum) > MAX_WAYS;
            if (often || open.size() >= MAX_DEPTH || emitted >= MAX_ENDPOINTS || !open.add(node)) {
                return;
            }
            Text base =
                    node.prefix.isEmpty()
                            ? prefix
                            : below(prefix, new Text(node.prefix, true, false));
            List<Guard> passed = new ArrayList<>();
            for (Event event : node.events) {
                if (event instanceof Guard guard) {
                    passed.add(guard);
                } else if (event instanceof Mount mount) {
                    for (Text path : texts(mount.path())) {
                        List<String> all = guarded(guards, passed, path.text());
                        all.addAll(
                                mount.middleware().stream().filter(Authorization::guards).toList());
                        node(mount.child(), below(base, path), all, astray);
                    }
                } else if (event instanceof Route route) {
                    for (Text path : texts(route.path())) {
                        route(
                                node,
                                route,
                                below(base, path),
                                guarded(guards, passed, path.text()),
                                astray);
                    }
                }
            }
            open.remove(node);
        }

        private static List<String> guarded(List<String> guards, List<Guard> passed, String path) {
            List<String> all = new ArrayList<>(guards);
            for (Guard guard : passed) {
                String at = guard.path() instanceof Text text ? Paths.of(text.text()) : "/";
                String here = Paths.of(path);
                if (at.equals("/") || here.equals(at) || here.startsWith(at + "/")) {
                    all.add(guard.middleware());
                }
            }
            return all;
        }

        private static Text below(Text prefix, Text path) {
            return prefix.text().isEmpty()
                    ? path
                    : prefix.plus(new Text("/", true, true)).plus(path).resolved();
        }

        private static List<Text> texts(Thing path) {
            if (path instanceof Items items) {
                return items.items().stream().flatMap(item -> texts(item).stream()).toList();
            }
            if (path instanceof Regex regex) {
                return List.of(new Text(ofRegex(regex.pattern()), true, false));
            }
            return path instanceof Text text
                    ? List.of(text)
                    : List.of(new Text("{path}", false, false));
        }

        /** The path that a plain pattern stands for; groups become parameters. */
        private static String ofRegex(String pattern) {
            String path =
                    pattern.replaceFirst("^\\^", "").replaceFirst("\\$$", "").replace("\\/", "/");
            path = NAMED_GROUP.matcher(path.replaceFirst("/\\?$", "")).replaceAll("{$1}");
            path = GROUP.matcher(path).replaceAll("{*}").replaceAll("\\.[*+]", "{*}");
            return path.replaceAll("\\\\(.)", "$1");
        }

        private void route(
                RouterNode node, Route route, Text path, List<String> guards, boolean astray) {
            boolean known = !reached.add(route.evidence());
            if (known && (astray || route.methods().isEmpty())) {
                return;
            }
            emitted++;
            if (route.methods().isEmpty()) {
                findings.unresolved(
                        "endpoint",
                        route.written(),
                        "the method is not a constant",
                        route.evidence());
                return;
            }
            if (!path.known()) {
                findings.unresolved(
                        "endpoint",
                        route.written(),
                        "the path is not a constant",
                        route.evidence());
            } else if (astray) {
                findings.unresolved(
                        "endpoint",
                        route.written(),
                        "where its router is mounted cannot be told",
                        route.evidence());
            }
            Confidence sure =
                    path.known()
                            ? path.literal() ? Confidence.LITERAL : Confidence.RESOLVED
                            : Confidence.UNRESOLVED;
            String full = Paths.of(path.text());
            Handler handler = route.handler();
            String body = handler == null ? "" : handler.body();
            List<Input> inputs = new ArrayList<>(Paths.parameters(full));
            inputs.addAll(Requests.queries(body));
            List<String> needs = new ArrayList<>(guards);
            needs.addAll(route.middleware().stream().filter(Authorization::guards).toList());
            for (String method : route.methods()) {
                findings.add(
                        new Endpoint(
                                method,
                                full,
                                List.of(),
                                handler == null ? "" : handler.name(),
                                node.framework,
                                inputs,
                                route.request() != null ? route.request() : Requests.request(body),
                                Requests.responses(body),
                                needs.stream().distinct().toList(),
                                route.conditions(),
                                astray ? sure.and(Confidence.HEURISTIC) : sure,
                                route.evidence()));
            }
        }
    }
}
