package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What answers requests, before it is known where.
 *
 * @param path behind the prefixes of its routers
 */
record Served(
        List<String> methods,
        List<Value> path,
        String handler,
        String framework,
        List<Input> parameters,
        @Nullable String request,
        List<Response> responses,
        List<String> authorization,
        Evidence evidence) {
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    Served(
            List<String> methods,
            List<Value> path,
            String handler,
            String framework,
            Evidence evidence) {
        this(methods, path, handler, framework, List.of(), null, List.of(), List.of(), evidence);
    }

    /** How it is told of when it cannot be said where it is; {@code methods=[]} leaves none. */
    String shown() {
        String method = methods.isEmpty() ? "ANY" : methods.get(0);
        return method + " " + (path.isEmpty() ? "" : path.get(0).text());
    }

    /** Adds the endpoints of one way; the path as the framework writes it is made plain. */
    void at(Way way, UnaryOperator<String> plain, Findings findings) {
        Way whole = way.plus(path).needing(authorization);
        List<String> paths =
                whole.paths().stream().map(p -> UrlPath.of(plain.apply(p))).distinct().toList();
        if (whole.confidence() == Confidence.UNRESOLVED) {
            findings.unresolved(
                    "endpoint", paths.get(0), "prefix or path not a constant", evidence);
        }
        for (String method : methods) {
            findings.add(
                    new Endpoint(
                            method,
                            paths.get(0),
                            paths.subList(1, paths.size()),
                            handler,
                            framework,
                            inputs(paths.get(0)),
                            request,
                            responses,
                            whole.authorization(),
                            whole.conditions(),
                            whole.confidence(),
                            evidence));
        }
    }

    /** The parameters of the path in its order, with the types that the handler gives; then the rest. */
    private List<Input> inputs(String path) {
        List<Input> inputs = new ArrayList<>();
        Matcher holes = HOLE.matcher(path);
        while (holes.find()) {
            inputs.add(new Input(holes.group(1), "path", typeOf(holes.group(1)), true));
        }
        List<String> names = inputs.stream().map(Input::name).toList();
        parameters.stream()
                .filter(p -> !names.contains(p.name()) && !p.in().equals("path"))
                .forEach(inputs::add);
        return inputs;
    }

    private String typeOf(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .map(Input::type)
                .findFirst()
                .orElse("");
    }
}
