package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Statuses by the names that Java's frameworks give them. */
final class HttpStatuses {
    private static final Set<String> ANSWERS = Set.of("ResponseEntity", "Response", "RestResponse");
    private static final Map<String, Integer> NAMES =
            Map.ofEntries(
                    Map.entry("ok", 200),
                    Map.entry("created", 201),
                    Map.entry("accepted", 202),
                    Map.entry("nocontent", 204),
                    Map.entry("movedpermanently", 301),
                    Map.entry("found", 302),
                    Map.entry("seeother", 303),
                    Map.entry("notmodified", 304),
                    Map.entry("temporaryredirect", 307),
                    Map.entry("badrequest", 400),
                    Map.entry("unauthorized", 401),
                    Map.entry("forbidden", 403),
                    Map.entry("notfound", 404),
                    Map.entry("methodnotallowed", 405),
                    Map.entry("notacceptable", 406),
                    Map.entry("requesttimeout", 408),
                    Map.entry("conflict", 409),
                    Map.entry("gone", 410),
                    Map.entry("preconditionfailed", 412),
                    Map.entry("unsupportedmediatype", 415),
                    Map.entry("unprocessableentity", 422),
                    Map.entry("unprocessablecontent", 422),
                    Map.entry("toomanyrequests", 429),
                    Map.entry("internalservererror", 500),
                    Map.entry("servererror", 500),
                    Map.entry("notimplemented", 501),
                    Map.entry("badgateway", 502),
                    Map.entry("serviceunavailable", 503));

    private HttpStatuses() {}

    /** The status that {@code HttpStatus.CREATED}, {@code CREATED} or {@code 201} is; else 0. */
    static int of(Optional<Expression> expression) {
        if (expression.isEmpty()) {
            return 0;
        }
        Expression at = expression.get();
        if (at instanceof Numeral number && number.digits().matches("[1-5]\\d\\d")) {
            return Integer.parseInt(number.digits());
        }
        String name =
                at instanceof Select select
                        ? select.name()
                        : at instanceof Name plain ? plain.name() : "";
        return named(name);
    }

    private static int named(String name) {
        String bare = name.startsWith("SC_") ? name.substring(3) : name;
        String plain = bare.toLowerCase(Locale.ROOT).replace("_", "");
        return NAMES.getOrDefault(plain, 0);
    }

    /** The statuses of the answers that are made in a body, the lowest first. */
    static Set<Integer> named(CodeFile file, Span body) {
        Set<Integer> statuses = new TreeSet<>();
        file.statements(body)
                .forEach(s -> s.value().walk(expression -> collect(expression, statuses)));
        statuses.remove(0);
        return statuses;
    }

    private static void collect(Expression expression, Set<Integer> statuses) {
        if (expression instanceof Call call
                && call.receiver() instanceof Name receiver
                && ANSWERS.contains(receiver.name())) {
            boolean status = call.name().equals("status");
            statuses.add(status ? of(Argument.at(call.arguments(), 0)) : named(call.name()));
        }
        if (expression instanceof Create create && create.type().startsWith("ResponseEntity")) {
            List<Argument> arguments = create.arguments();
            statuses.add(
                    arguments.isEmpty()
                            ? 0
                            : of(Optional.of(arguments.get(arguments.size() - 1).value())));
        }
    }
}
