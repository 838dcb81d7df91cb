package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.code.Values;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.contract.ContractPath;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The constructs of one file, and what is added to them. */
final class CdkFile {
    private static final int MAX_STEPS = 24;
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("Function", "AWS::Lambda::Function"),
                    Map.entry("NodejsFunction", "AWS::Lambda::Function"),
                    Map.entry("PythonFunction", "AWS::Lambda::Function"),
                    Map.entry("GoFunction", "AWS::Lambda::Function"),
                    Map.entry("DockerImageFunction", "AWS::Lambda::Function"),
                    Map.entry("CfnFunction", "AWS::Lambda::Function"),
                    Map.entry("Table", "AWS::DynamoDB::Table"),
                    Map.entry("TableV2", "AWS::DynamoDB::Table"),
                    Map.entry("Queue", "AWS::SQS::Queue"),
                    Map.entry("Topic", "AWS::SNS::Topic"),
                    Map.entry("Rule", "AWS::Events::Rule"),
                    Map.entry("EventBus", "AWS::Events::EventBus"),
                    Map.entry("StateMachine", "AWS::StepFunctions::StateMachine"),
                    Map.entry("Bucket", "AWS::S3::Bucket"),
                    Map.entry("RestApi", "AWS::ApiGateway::RestApi"),
                    Map.entry("LambdaRestApi", "AWS::ApiGateway::RestApi"),
                    Map.entry("HttpApi", "AWS::ApiGatewayV2::Api"),
                    Map.entry("GraphqlApi", "AWS::AppSync::GraphQLApi"),
                    Map.entry("Alarm", "AWS::CloudWatch::Alarm"),
                    Map.entry("UserPool", "AWS::Cognito::UserPool"));
    private static final Set<String> SECRET = Set.of("secret", "password", "token");

    private final CodeBase code;
    private final Findings findings;
    private final Map<Expression, Construct> constructs = new LinkedHashMap<>();
    private final Map<Expression, List<String>> indexes = new LinkedHashMap<>();
    private final Map<Expression, Set<String>> targets = new LinkedHashMap<>();

    CdkFile(CodeBase code, Findings findings) {
        this.code = code;
        this.findings = findings;
    }

    void visit(Expression expression, Scope scope, String member) {
        Construct.of(code, expression, scope)
                .filter(construct -> TYPES.containsKey(construct.kind()))
                .ifPresent(construct -> constructs.putIfAbsent(expression, construct));
        if (!(expression instanceof Call call) || call.receiver() == null) {
            return;
        }
        switch (Given.plain(call.name())) {
            case "addmethod" -> method(call, scope);
            case "addproxy" -> proxy(call, scope);
            case "addroutes" -> routes(call, scope);
            case "addglobalsecondaryindex" -> index(call, scope, "");
            case "addlocalsecondaryindex" -> index(call, scope, "local");
            case "addtarget", "addeventsource", "addsubscription" -> target(call, scope);
            default -> {}
        }
    }

    // ---- names

    private Located defined(Expression expression, Scope scope) {
        return code.symbols().definition(expression, scope);
    }

    private Optional<Construct> construct(Expression expression, Scope scope) {
        Located at = defined(expression, scope);
        return Construct.of(code, at.expression(), at.scope())
                .filter(found -> TYPES.containsKey(found.kind()));
    }

    /** The first construct that is named anywhere within, such as by an integration. */
    private Optional<Construct> within(Expression expression, Scope scope) {
        Located at = defined(expression, scope);
        List<Construct> found = new ArrayList<>();
        construct(at.expression(), at.scope()).ifPresent(found::add);
        at.expression()
                .walk(
                        each -> {
                            boolean name = each instanceof Name || each instanceof Select;
                            if (name && found.isEmpty()) {
                                construct(each, at.scope()).ifPresent(found::add);
                            }
                        });
        return found.stream().findFirst();
    }

    private Optional<String> text(Construct construct, String key) {
        return construct.props().get(key).map(this::text).filter(text -> !text.isEmpty());
    }

    /** A text; the last name of an enumeration; a duration in seconds; a construct's id. */
    private String text(Located located) {
        Located at = defined(located.expression(), located.scope());
        Expression value = at.expression();
        if (value instanceof Call call && !call.arguments().isEmpty()) {
            Optional<String> seconds = duration(call);
            if (seconds.isPresent()) {
                return seconds.get();
            }
        }
        Optional<String> known = code.values().text(value, at.scope());
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Construct> construct = construct(value, at.scope());
        if (construct.isPresent()) {
            return construct.get().id();
        }
        if (value instanceof Call call) {
            Expression first = call.arguments().isEmpty() ? value : call.arguments().get(0).value();
            return first instanceof Text text ? text.value() : "";
        }
        return SdkTexts.lastName(value);
    }

    private static Optional<String> duration(Call call) {
        long unit =
                switch (Given.plain(call.name())) {
                    case "seconds" -> 1;
                    case "minutes" -> 60;
                    case "hours" -> 3_600;
                    case "days" -> 86_400;
                    default -> 0;
                };
        boolean plain =
                unit > 0
                        && call.arguments().get(0).value() instanceof Numeral number
                        && number.digits().matches("\\d{1,9}");
        return plain
                ? Optional.of(
                        Long.parseLong(((Numeral) call.arguments().get(0).value()).digits()) * unit
                                + "")
                : Optional.empty();
    }

    // ---- what is added by calls

    private void index(Call call, Scope scope, String local) {
        Located table = defined(receiver(call), scope);
        Given given = given(call, scope);
        List<String> parts = new ArrayList<>();
        given.get("partitionKey").ifPresent(key -> parts.add(key(key, "hash", false)));
        given.get("sortKey").ifPresent(key -> parts.add(key(key, "range", false)));
        parts.add(given.get("projectionType").map(this::text).orElse("ALL"));
        if (!local.isEmpty()) {
            parts.add(local);
        }
        String name = given.get("indexName").map(this::text).orElse("");
        indexes.computeIfAbsent(table.expression(), t -> new ArrayList<>())
                .add(name + ": " + String.join(", ", parts));
    }

    /** The object that a call is given; its keyword arguments. */
    private Given given(Call call, Scope scope) {
        Given own = Given.of(code, call, scope);
        boolean keywords = call.arguments().stream().anyMatch(a -> a.name() != null);
        return keywords || call.arguments().isEmpty()
                ? own
                : Given.of(code, call.arguments().get(0).value(), scope);
    }

    private static Expression receiver(Call call) {
        Expression receiver = call.receiver();
        return receiver == null ? call : receiver;
    }

    private void target(Call call, Scope scope) {
        if (call.arguments().isEmpty()) {
            return;
        }
        Located source = defined(receiver(call), scope);
        within(call.arguments().get(0).value(), scope)
                .ifPresent(
                        found ->
                                targets.computeIfAbsent(
                                                source.expression(), s -> new LinkedHashSet<>())
                                        .add(found.id()));
        boolean eventSource = Given.plain(call.name()).equals("addeventsource");
        boolean subscription = Given.plain(call.name()).equals("addsubscription");
        Optional<Construct> owner = construct(receiver(call), scope);
        Optional<Construct> other = within(call.arguments().get(0).value(), scope);
        if (owner.isPresent() && other.isPresent() && (eventSource || subscription)) {
            Construct from = eventSource ? other.get() : owner.get();
            Construct to = eventSource ? owner.get() : other.get();
            consume(from, to, scope.file().evidence(call.span()));
        }
    }

    private void consume(Construct from, Construct to, Evidence place) {
        String framework =
                switch (from.kind()) {
                    case "Queue" -> "sqs";
                    case "Topic" -> "sns";
                    case "Table", "TableV2" -> "dynamodb-stream";
                    case "Bucket" -> "s3";
                    default -> Cdk.FRAMEWORK;
                };
        message(from.id(), from.id(), handler(to), framework, place);
    }

    private void message(
            String name, String channel, String handler, String framework, Evidence place) {
        findings.add(
                new Message(
                        "consume",
                        name,
                        channel,
                        "",
                        handler,
                        framework,
                        Confidence.RESOLVED,
                        place));
    }

    // ---- endpoints

    private void method(Call call, Scope scope) {
        Optional<Expression> verb =
                Argument.named(call.arguments(), "http_method")
                        .or(() -> Argument.at(call.arguments(), 0));
        String method = verb.map(v -> text(new Located(v, scope))).orElse("");
        Optional<String> path = path(receiver(call), scope, MAX_STEPS);
        Evidence place = scope.file().evidence(call.span());
        if (path.isEmpty() || !method.matches("[A-Za-z]{3,7}")) {
            findings.unresolved(
                    "endpoint",
                    SdkTexts.source(call, scope),
                    path.isEmpty() ? "the resource cannot be followed" : "not a constant",
                    place);
            return;
        }
        Optional<Construct> function =
                call.arguments().stream()
                        .skip(1)
                        .findFirst()
                        .flatMap(argument -> within(argument.value(), scope));
        endpoint(method, path.get(), function, needs(call, scope), place);
    }

    private List<String> needs(Call call, Scope scope) {
        List<String> needs = new ArrayList<>();
        List<Given> all = new ArrayList<>(List.of(Given.of(code, call, scope)));
        call.arguments().stream()
                .skip(2)
                .findFirst()
                .ifPresent(argument -> all.add(Given.of(code, argument.value(), scope)));
        for (Given given : all) {
            given.get("authorizationType").map(this::text).ifPresent(needs::add);
            given.get("apiKeyRequired")
                    .map(at -> SdkTexts.lastName(at.expression()))
                    .filter("true"::equalsIgnoreCase)
                    .ifPresent(yes -> needs.add("api-key"));
        }
        return needs.stream().filter(need -> !need.isEmpty()).distinct().toList();
    }

    private void proxy(Call call, Scope scope) {
        Optional<String> path = path(receiver(call), scope, MAX_STEPS);
        Given given = given(call, scope);
        boolean any =
                given.get("anyMethod")
                        .map(at -> SdkTexts.lastName(at.expression()))
                        .map(text -> !text.equalsIgnoreCase("false"))
                        .orElse(true);
        if (any && path.isPresent()) {
            Optional<Construct> function =
                    given.get("defaultIntegration")
                            .flatMap(at -> within(at.expression(), at.scope()));
            Evidence place = scope.file().evidence(call.span());
            endpoint("ANY", path.get() + "/{proxy+}", function, List.of(), place);
        }
    }

    private void routes(Call call, Scope scope) {
        Given given = given(call, scope);
        Evidence place = scope.file().evidence(call.span());
        Optional<String> path =
                given.get("path").flatMap(at -> code.values().text(at.expression(), at.scope()));
        if (path.isEmpty()) {
            findings.unresolved("endpoint", SdkTexts.source(call, scope), "not a constant", place);
            return;
        }
        Optional<Construct> function =
                given.get("integration").flatMap(at -> within(at.expression(), at.scope()));
        List<String> needs =
                given.get("authorizer").map(this::text).filter(t -> !t.isEmpty()).stream().toList();
        Set<String> methods = new LinkedHashSet<>();
        given.get("methods")
                .ifPresent(
                        at -> {
                            for (Expression item : itemsOf(at)) {
                                methods.add(text(new Located(item, at.scope())));
                            }
                        });
        for (String method : methods.isEmpty() ? Set.of("ANY") : methods) {
            endpoint(method, path.get(), function, needs, place);
        }
    }

    private List<Expression> itemsOf(Located located) {
        Located at = defined(located.expression(), located.scope());
        List<Expression> items = Values.itemsOf(at.expression());
        boolean call = at.expression() instanceof Call;
        return items.isEmpty() && call
                ? ((Call) at.expression()).arguments().stream().map(Argument::value).toList()
                : items;
    }

    private void endpoint(
            String method,
            String path,
            Optional<Construct> function,
            List<String> needs,
            Evidence place) {
        String plain = ContractPath.normal(path);
        findings.add(
                new Endpoint(
                        method.toUpperCase(Locale.ROOT),
                        plain,
                        List.of(),
                        function.map(this::handler).orElse(""),
                        CloudFormation.ENDPOINTS,
                        AwsPaths.parameters(plain),
                        null,
                        List.of(),
                        needs,
                        List.of(),
                        Confidence.RESOLVED,
                        place));
    }

    /** The path of a resource, from its API's root on. */
    private Optional<String> path(Expression expression, Scope scope, int steps) {
        if (steps <= 0) {
            return Optional.empty();
        }
        String selected = Given.plain(SdkTexts.lastName(expression));
        if (selected.equals("root")) {
            return Optional.of("");
        }
        Located at = defined(expression, scope);
        if (!(at.expression() instanceof Call call)) {
            boolean root = Given.plain(SdkTexts.lastName(at.expression())).equals("root");
            return root ? Optional.of("") : Optional.empty();
        }
        String name = Given.plain(call.name());
        if (name.equals("getroot")) {
            return Optional.of("");
        }
        Optional<String> part =
                call.arguments().stream()
                        .findFirst()
                        .flatMap(argument -> code.values().text(argument.value(), at.scope()));
        Expression receiver = call.receiver();
        boolean adds = Set.of("addresource", "resourceforpath", "getresource").contains(name);
        if (name.equals("addproxy") && receiver != null) {
            return path(receiver, at.scope(), steps - 1).map(base -> base + "/{proxy+}");
        }
        if (!adds || part.isEmpty() || receiver == null) {
            return Optional.empty();
        }
        return path(receiver, at.scope(), steps - 1).map(base -> base + "/" + part.get());
    }

    // ---- constructs

    void emit() {
        for (Construct construct : constructs.values()) {
            Evidence place = construct.scope().file().evidence(construct.place().span());
            String kind = construct.kind();
            if (kind.startsWith("Table")) {
                findings.add(table(construct, place));
            } else if (kind.equals("Bucket")) {
                findings.add(
                        store(construct, "bucket", List.of(), List.of(), new TreeMap<>(), place));
            } else if (kind.equals("Rule")) {
                rule(construct, place);
            } else if (kind.equals("LambdaRestApi")) {
                everything(construct, place);
            }
            findings.add(resource(construct, place));
        }
    }

    private Resource resource(Construct construct, Evidence place) {
        SortedMap<String, String> settings = new TreeMap<>();
        Set<String> to = new LinkedHashSet<>();
        construct
                .props()
                .values()
                .forEach(
                        (key, value) -> {
                            String text = text(value);
                            boolean secret = SECRET.stream().anyMatch(key::contains);
                            if (!text.isEmpty() && text.length() <= 300 && !secret) {
                                settings.put(setting(key), text);
                            }
                        });
        String handler = handler(construct);
        if (TYPES.getOrDefault(construct.kind(), "").endsWith("::Function")
                && !handler.equals(construct.id())) {
            settings.put("handler", handler);
        }
        for (String key : List.of("deadLetterQueue", "targets")) {
            construct.props().get(key).ifPresent(at -> collect(at, to));
        }
        to.addAll(targets.getOrDefault(construct.place(), Set.of()));
        return new Resource(
                construct.id(),
                TYPES.getOrDefault(construct.kind(), ""),
                Cdk.FRAMEWORK,
                settings,
                List.copyOf(to),
                Confidence.LITERAL,
                place);
    }

    private static String setting(String key) {
        return switch (key) {
            case "memorysize" -> "memory";
            case "reservedconcurrentexecutions" -> "reservedConcurrency";
            case "visibilitytimeout" -> "visibilityTimeout";
            default -> key;
        };
    }

    private void collect(Located located, Set<String> ids) {
        List<Expression> items = itemsOf(located);
        Located at = defined(located.expression(), located.scope());
        for (Expression item : items.isEmpty() ? List.of(at.expression()) : items) {
            within(item, at.scope()).ifPresent(found -> ids.add(found.id()));
            Given given = Given.of(code, item, at.scope());
            given.get("queue")
                    .flatMap(queue -> within(queue.expression(), queue.scope()))
                    .ifPresent(found -> ids.add(found.id()));
        }
    }

    /** {@code code/handler} where both are told; the id of anything else. */
    private String handler(Construct construct) {
        Optional<String> handler = text(construct, "handler");
        Optional<String> directory = text(construct, "code").or(() -> text(construct, "codeUri"));
        Optional<String> entry = text(construct, "entry");
        if (entry.isPresent()) {
            String module =
                    entry.get().replaceFirst("^.*?(?=\\w)", "").replaceFirst("\\.\\w+$", "");
            return module + "." + handler.orElse("handler");
        }
        if (handler.isEmpty()) {
            return construct.id();
        }
        String home = construct.scope().file().file().directory();
        List<String> bases = new ArrayList<>(List.of(home));
        int slash = home.lastIndexOf('/');
        bases.add(slash < 0 ? "" : home.substring(0, slash));
        Handlers handlers = new Handlers(code.tree());
        for (String base : bases) {
            Handlers.Handler found = handlers.find(base, directory.orElse(""), handler.get());
            if (!found.file().isEmpty()) {
                return found.name();
            }
        }
        return handlers.find(home, directory.orElse(""), handler.get()).name();
    }

    private DataStore table(Construct construct, Evidence place) {
        List<String> keys = new ArrayList<>();
        construct.props().get("partitionKey").ifPresent(k -> keys.add(key(k, "hash", true)));
        construct.props().get("sortKey").ifPresent(k -> keys.add(key(k, "range", true)));
        TreeMap<String, String> settings = new TreeMap<>();
        Map<String, String> names =
                Map.of(
                        "tableName", "tableName",
                        "billingMode", "billing",
                        "timeToLiveAttribute", "ttl",
                        "stream", "stream",
                        "pointInTimeRecovery", "pointInTimeRecovery",
                        "removalPolicy", "removalPolicy");
        names.forEach((key, name) -> text(construct, key).ifPresent(t -> settings.put(name, t)));
        List<String> added = indexes.getOrDefault(construct.place(), List.of());
        return store(construct, "dynamodb-table", keys, added, settings, place);
    }

    private static DataStore store(
            Construct construct,
            String kind,
            List<String> keys,
            List<String> indexes,
            SortedMap<String, String> settings,
            Evidence place) {
        return new DataStore(
                construct.id(),
                kind,
                Cdk.FRAMEWORK,
                keys,
                indexes,
                settings,
                Confidence.LITERAL,
                place);
    }

    private String key(Located located, String role, boolean typed) {
        Given given = Given.of(code, located.expression(), located.scope());
        String name = given.get("name").map(this::text).orElse("");
        String type = given.get("type").map(this::text).orElse("");
        String letter = type.isEmpty() ? "" : type.substring(0, 1).toUpperCase(Locale.ROOT);
        return name + (typed && !letter.isEmpty() ? ": " + letter : "") + " (" + role + ")";
    }

    private void rule(Construct rule, Evidence place) {
        Set<String> all = new LinkedHashSet<>(targets.getOrDefault(rule.place(), Set.of()));
        rule.props().get("targets").ifPresent(at -> collect(at, all));
        List<String> handlers = new ArrayList<>();
        for (String id : all) {
            handlers.add(
                    constructs.values().stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst()
                            .map(this::handler)
                            .orElse(id));
        }
        String handler = handlers.isEmpty() ? "" : handlers.get(0);
        rule.props()
                .get("schedule")
                .ifPresent(
                        at ->
                                findings.add(
                                        new Schedule(
                                                rule.id(),
                                                schedule(at),
                                                handler,
                                                Cdk.FRAMEWORK,
                                                Confidence.LITERAL,
                                                place)));
        rule.props()
                .get("eventPattern")
                .ifPresent(
                        at ->
                                pattern(
                                        at,
                                        text(rule, "eventBus").orElse("default"),
                                        handlers.isEmpty() ? List.of("") : handlers,
                                        place));
    }

    /** {@code Schedule.rate(Duration.minutes(5))} as written, without the class. */
    private static String schedule(Located located) {
        String text = SdkTexts.source(located.expression(), located.scope());
        return text.replaceFirst("^(?:[\\w.]*\\.)?Schedule\\.", "");
    }

    private void pattern(Located at, String bus, List<String> handlers, Evidence place) {
        Given pattern = Given.of(code, at.expression(), at.scope());
        EventPattern read =
                new EventPattern(values(pattern, "source"), values(pattern, "detailType"));
        for (String handler : handlers) {
            for (String type : read.names()) {
                message(type, read.channel(bus), handler, "eventbridge", place);
            }
        }
    }

    private List<String> values(Given pattern, String key) {
        List<String> found = new ArrayList<>();
        pattern.get(key)
                .ifPresent(
                        at -> {
                            for (Expression item : itemsOf(at)) {
                                Value value = code.values().first(item, at.scope());
                                found.add(value.text());
                            }
                        });
        return found;
    }

    /** {@code LambdaRestApi} hands everything to its function unless {@code proxy} is off. */
    private void everything(Construct api, Evidence place) {
        boolean off =
                api.props()
                        .get("proxy")
                        .map(at -> SdkTexts.lastName(at.expression()))
                        .filter("false"::equalsIgnoreCase)
                        .isPresent();
        if (!off) {
            Optional<Construct> function =
                    api.props()
                            .get("handler")
                            .flatMap(at -> construct(at.expression(), at.scope()));
            endpoint("ANY", "/", function, List.of(), place);
            endpoint("ANY", "/{proxy+}", function, List.of(), place);
        }
    }
}
