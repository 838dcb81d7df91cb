package io.digitalworker.ingest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.Problem;
import io.digitalworker.api.contract.OpenApi;
import io.digitalworker.api.contract.Operation;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the contract has against an answer. */
final class Verdict {
    /** Names of classes, lines of a stack trace, and places on the machine. */
    private static final Pattern INSIDE =
            Pattern.compile(
                    "Exception|\\bat [a-z]+(\\.\\w+)+\\(|\\b(io|java|javax|jakarta|com|org|sun)\\.[a-z]+\\.\\w|\\.java:|/tmp/|/home/|/root/");

    /** Answers of what is no operation; a request that is nearly one may be taken as one. */
    private static final Set<Integer> ELSEWHERE =
            Set.of(400, 403, 404, 405, 406, 413, 414, 415, 431);

    private final OpenApi api;
    private final JsonNode problem;

    Verdict(OpenApi api) {
        this.api = api;
        this.problem = api.component("schemas", "Problem");
    }

    List<String> on(RawRequest request, RawAnswer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() == 0) {
            if (!request.cut()) {
                faults.add("was not answered");
            }
            return faults;
        }
        if (isBare(request, answer)) {
            return faults;
        }
        if (answer.status() >= 400) {
            problem(request, answer, faults);
        }
        Optional<Operation> operation = operation(request);
        if (operation.isPresent()) {
            declared(operation.get(), request, answer, faults);
        } else if (answer.status() >= 400 && !isOfNeighbour(request, answer)) {
            faults.add("answers " + answer.status() + " where there is no operation");
        }
        if (answer.status() == 500) {
            faults.add("fails: " + request.target());
        }
        if (!answer.mediaType().equals("application/yaml")
                && INSIDE.matcher(answer.text()).find()) {
            faults.add("tells of the inside: " + answer.text());
        }
        return faults;
    }

    /** What is no HTTP, or has more than 64 KB of headers, Vert.x answers by itself, with a status alone. */
    private static boolean isBare(RawRequest request, RawAnswer answer) {
        return request.method().isEmpty()
                && Set.of(400, 414, 431).contains(answer.status())
                && answer.body().length == 0
                && Set.of("content-length", "connection").containsAll(answer.headers().keySet());
    }

    /** The operation that is asked for beyond doubt. */
    private Optional<Operation> operation(RawRequest request) {
        return operation(request.method(), request.target().replaceFirst("\\?.*", ""));
    }

    private Optional<Operation> operation(String method, String path) {
        return api.operations().stream()
                .filter(each -> each.method().equals(method))
                .filter(each -> path.matches(each.path().replaceAll("\\{\\w+}", "[\\\\w.-]+")))
                .findFirst();
    }

    /** Whether that, or the operation that the path is nearly one of, may be answered so. */
    private boolean isOfNeighbour(RawRequest request, RawAnswer answer) {
        boolean get = request.method().isEmpty() || request.method().equals("HEAD");
        String method = get ? "GET" : request.method();
        return ELSEWHERE.contains(answer.status())
                || operation(method, plain(request.target()))
                        .filter(near -> near.responses().containsKey(answer.status()))
                        .isPresent();
    }

    /** The path without what a router may pass over. */
    private static String plain(String target) {
        String path =
                target.replaceFirst("^http://[^/]+", "")
                        .replaceFirst("[?;#].*", "")
                        .replaceAll("(?i)%2e", ".")
                        .replaceAll("%[0-9A-Fa-f]{2}", "x")
                        .replace('%', 'x')
                        .replaceAll("//+", "/");
        return URI.create(path).normalize().getPath().replaceFirst("/$", "");
    }

    private void problem(RawRequest request, RawAnswer answer, List<String> faults) {
        if (answer.header("x-request-id") == null) {
            faults.add("has no X-Request-Id");
        }
        if (!"no-store".equals(answer.header("cache-control"))) {
            faults.add("an error may be stored: " + answer.header("cache-control"));
        }
        if (answer.status() == 405 && answer.header("allow") == null) {
            faults.add("405 without Allow");
        }
        if (request.method().equals("HEAD")) {
            return;
        }
        if (!answer.mediaType().equals(Problem.MEDIA_TYPE)) {
            faults.add(
                    answer.status()
                            + " is no problem but '"
                            + answer.mediaType()
                            + "' "
                            + answer.text());
            return;
        }
        JsonNode body = json(answer, faults);
        api.faults(problem, body).forEach(faults::add);
        if (body.path("status").asInt() != answer.status()) {
            faults.add("the body says " + body.path("status"));
        }
        if (!body.path("requestId").asText().equals(answer.header("x-request-id"))) {
            faults.add("header and body have two ids");
        }
        if (words(body).contains("planted")) {
            faults.add("repeats what was sent: " + body);
        }
    }

    /** All that is said; where it is said of, {@code field}, names what was sent if that is unknown. */
    private static String words(JsonNode body) {
        return body.path("message") + " " + body.path("details").findValues("message");
    }

    private void declared(
            Operation operation, RawRequest request, RawAnswer answer, List<String> faults) {
        JsonNode response = operation.responses().get(answer.status());
        if (response == null) {
            faults.add(operation + " does not declare " + answer.status() + ": " + answer.text());
            return;
        }
        operation
                .headers(response)
                .forEach(
                        (name, header) -> {
                            String value = answer.header(name);
                            if (value == null && header.path("required").asBoolean()) {
                                faults.add(operation + " " + answer.status() + " lacks " + name);
                            } else if (value != null && !isSound(header.get("schema"), value)) {
                                faults.add(name + " is " + value);
                            }
                        });
        List<String> types = Operation.produces(response);
        if (types.isEmpty() ? answer.body().length > 0 : !types.contains(answer.mediaType())) {
            faults.add(
                    operation + " " + answer.status() + " comes as '" + answer.mediaType() + "'");
        } else if (answer.mediaType().endsWith("json")) {
            content(operation, response, answer, faults);
        }
    }

    private boolean isSound(JsonNode schema, String value) {
        boolean number = schema.path("type").asText().equals("integer");
        return number
                ? value.matches("[0-9]+")
                        && Long.parseLong(value) >= schema.path("minimum").asLong()
                : value.matches(schema.path("pattern").asText(".+"));
    }

    private void content(
            Operation operation, JsonNode response, RawAnswer answer, List<String> faults) {
        JsonNode body = json(answer, faults);
        String pointer = "/content/" + answer.mediaType().replace("/", "~1") + "/schema";
        for (String fault : api.faults(response.at(pointer), body)) {
            faults.add(operation + " " + answer.status() + ": " + fault + " in " + body);
        }
        if (answer.status() >= 400
                && !operation.codes(answer.status()).contains(body.path("code").asText())) {
            faults.add(
                    operation
                            + " "
                            + answer.status()
                            + " does not declare "
                            + body.path("code")
                            + ": "
                            + body.path("details"));
        }
    }

    private static JsonNode json(RawAnswer answer, List<String> faults) {
        try {
            return DrawnJson.read(answer.body());
        } catch (IOException e) {
            faults.add("is no JSON: " + answer.text());
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }
}
