package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a handler's body says of what it takes and answers. */
public final class Requests {
    private static final int MAX_BODY = 20_000;
    private static final Pattern VALIDATES = Pattern.compile("(?i).*(valid|celebrate|schema).*");
    private static final Pattern QUERY =
            Pattern.compile(
                    "\\b(?:req|request|ctx|c\\.req)\\??\\.query\\??(?:\\.(\\w+)|\\(['\"](\\w+)['\"]\\))");
    private static final Pattern QUERIES =
            Pattern.compile("\\{([\\w\\s,:='\"]{1,300})\\}\\s*=\\s*(?:req|request|ctx)\\.query\\b");
    private static final Pattern BODY =
            Pattern.compile(
                    "(?:req|request|ctx\\.request)\\.body\\s+as\\s+([A-Z]\\w*)|:\\s*([A-Z]\\w*)\\s*=\\s*(?:req|request|ctx\\.request)\\.body\\b");
    private static final Pattern STATUS =
            Pattern.compile(
                    "\\.(?:status|sendStatus|code)\\(\\s*(?:(\\d{3})|\\w*(?:[Ss]tatus|STATUS)\\w*\\.(\\w+))\\s*\\)");
    private static final Pattern CTX_STATUS = Pattern.compile("ctx\\.status\\s*=\\s*(\\d{3})");
    private static final Pattern ANSWERS =
            Pattern.compile("\\b(?:res|response|reply)\\s*\\.(?:json|send|render|end)\\(");
    private static final Map<String, Integer> NAMED =
            Map.ofEntries(
                    Map.entry("OK", 200),
                    Map.entry("CREATED", 201),
                    Map.entry("ACCEPTED", 202),
                    Map.entry("NOCONTENT", 204),
                    Map.entry("BADREQUEST", 400),
                    Map.entry("UNAUTHORIZED", 401),
                    Map.entry("FORBIDDEN", 403),
                    Map.entry("NOTFOUND", 404),
                    Map.entry("CONFLICT", 409),
                    Map.entry("GONE", 410),
                    Map.entry("UNPROCESSABLEENTITY", 422),
                    Map.entry("TOOMANYREQUESTS", 429),
                    Map.entry("INTERNALSERVERERROR", 500));

    private Requests() {}

    /** The status code that a number or a constant such as {@code HttpStatus.NOT_FOUND} means; 0 if none. */
    public static int status(String written) {
        String last = written.substring(written.lastIndexOf('.') + 1);
        if (last.matches("\\d{3}")) {
            return Integer.parseInt(last);
        }
        return NAMED.getOrDefault(last.replace("_", "").toUpperCase(java.util.Locale.ROOT), 0);
    }

    /** The schema or type that a validating middleware is given; null if this is none. */
    public static @Nullable String validated(Expression expression, CodeFile file) {
        if (!(expression instanceof Call call) || !VALIDATES.matcher(call.name()).matches()) {
            return null;
        }
        for (Argument argument : call.arguments()) {
            Expression value = argument.value();
            Expression body = value instanceof Mapping mapping ? mapping.get("body") : value;
            if (body instanceof Name || body instanceof Select) {
                return file.text(body.span());
            }
            if (body instanceof Call made
                    && value instanceof Mapping
                    && !made.arguments().isEmpty()) {
                return null;
            }
        }
        return null;
    }

    public static List<Input> queries(String body) {
        String text = cut(body);
        SortedSet<String> names = new TreeSet<>();
        Matcher single = QUERY.matcher(text);
        while (single.find()) {
            names.add(single.group(1) != null ? single.group(1) : single.group(2));
        }
        Matcher several = QUERIES.matcher(text);
        while (several.find()) {
            for (String part : several.group(1).split(",", -1)) {
                String name = part.strip().replaceFirst("\\W.*", "");
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names.stream().map(name -> new Input(name, "query", "", false)).toList();
    }

    public static @Nullable String request(String body) {
        Matcher matcher = BODY.matcher(cut(body));
        return !matcher.find()
                ? null
                : matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    public static List<Response> responses(String body) {
        String text = cut(body);
        SortedSet<Integer> statuses = new TreeSet<>();
        Matcher matcher = STATUS.matcher(text);
        while (matcher.find()) {
            String written = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            statuses.add(status(written));
        }
        Matcher assigned = CTX_STATUS.matcher(text);
        while (assigned.find()) {
            statuses.add(Integer.parseInt(assigned.group(1)));
        }
        if (ANSWERS.matcher(text).find()) {
            statuses.add(200);
        }
        List<Response> responses = new ArrayList<>();
        statuses.stream()
                .filter(s -> s >= 100 && s < 600)
                .forEach(s -> responses.add(new Response(s, "")));
        return responses;
    }

    private static String cut(String body) {
        return body.substring(0, Math.min(body.length(), MAX_BODY));
    }
}
