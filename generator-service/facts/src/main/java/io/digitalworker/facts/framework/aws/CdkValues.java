package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Values;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the arguments of constructs come to: texts, durations, other constructs, handlers. */
final class CdkValues {
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
    private final CodeBase code;

    CdkValues(CodeBase code) {
        this.code = code;
    }

    static boolean isKnown(Construct construct) {
        return TYPES.containsKey(construct.kind());
    }

    /** The resource type that a construct stands for. */
    static String type(Construct construct) {
        return TYPES.getOrDefault(construct.kind(), "");
    }

    Located defined(Expression expression, Scope scope) {
        return code.symbols().definition(expression, scope);
    }

    Optional<Construct> construct(Expression expression, Scope scope) {
        Located at = defined(expression, scope);
        return Construct.of(code, at.expression(), at.scope()).filter(found -> isKnown(found));
    }

    /** The first construct that is named anywhere within, such as by an integration. */
    Optional<Construct> within(Expression expression, Scope scope) {
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

    Optional<String> text(Construct construct, String key) {
        return construct.props().get(key).map(this::text).filter(text -> !text.isEmpty());
    }

    /** A text; the last name of an enumeration; a duration in seconds; a construct's id. */
    String text(Located located) {
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

    List<Expression> itemsOf(Located located) {
        Located at = defined(located.expression(), located.scope());
        List<Expression> items = Values.itemsOf(at.expression());
        boolean call = at.expression() instanceof Call;
        return items.isEmpty() && call
                ? ((Call) at.expression()).arguments().stream().map(Argument::value).toList()
                : items;
    }

    /** The object that a call is given; its keyword arguments. */
    Given given(Call call, Scope scope) {
        Given own = Given.of(code, call, scope);
        boolean keywords = call.arguments().stream().anyMatch(a -> a.name() != null);
        return keywords || call.arguments().isEmpty()
                ? own
                : Given.of(code, call.arguments().get(0).value(), scope);
    }

    static Expression receiver(Call call) {
        Expression receiver = call.receiver();
        return receiver == null ? call : receiver;
    }

    void collect(Located located, Set<String> ids) {
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
    String handler(Construct construct) {
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
}
