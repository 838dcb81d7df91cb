package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.node.Decorators.Decorator;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Providers of NestJS, what its handlers consume, and what it does at certain times. */
public final class NestServices implements Framework {
    private static final Set<String> SERVICES =
            Set.of(
                    "Injectable",
                    "Service",
                    "injectable",
                    "CommandHandler",
                    "QueryHandler",
                    "EventsHandler",
                    "Processor",
                    "Resolver",
                    "WebSocketGateway");
    private static final Map<String, String> CONSUMERS =
            Map.of(
                    "MessagePattern", "nestjs-microservices",
                    "EventPattern", "nestjs-microservices",
                    "SubscribeMessage", "nestjs-websockets",
                    "OnEvent", "eventemitter2",
                    "Process", "bull",
                    "RabbitSubscribe", "rabbitmq",
                    "RabbitRPC", "rabbitmq",
                    "SqsMessageHandler", "sqs");
    private static final Map<String, String> HANDLERS =
            Map.of("EventsHandler", "handle", "CommandHandler", "execute");
    private static final Set<String> TIMES = Set.of("Cron", "Interval", "Timeout");

    @Override
    public void extract(CodeBase code, Findings findings) {
        Decorators decorators = new Decorators(code);
        for (CodeFile file : code.files(Dialect.SCRIPT)) {
            boolean concerned =
                    SERVICES.stream().anyMatch(file::mayHold)
                            || CONSUMERS.keySet().stream().anyMatch(file::mayHold)
                            || TIMES.stream().anyMatch(file::mayHold)
                            || file.mayHold("provide");
            if (concerned && !TestFiles.is(file.path())) {
                file.types().forEach(type -> type(type, code, decorators, findings));
            }
        }
    }

    private static void type(
            TypeDeclaration type, CodeBase code, Decorators decorators, Findings findings) {
        if (type.kind() != TypeKind.CLASS) {
            return;
        }
        List<Decorator> own = decorators.of(type);
        String channel = "";
        for (Decorator each : own) {
            if (SERVICES.contains(each.name())) {
                service(type, each, code, findings);
            }
            if (each.name().equals("Processor") || each.name().equals("WebSocketGateway")) {
                channel = channel(each, code);
            }
            if (each.name().equals("Module")) {
                each.argument(0).ifPresent(o -> providers(o, each.scope(), code, findings));
            }
            String method = HANDLERS.get(each.name());
            if (method != null) {
                handler(type, each, method, findings);
            }
            if (each.name().equals("Processor")
                    && type.members().stream().anyMatch(m -> m.name().equals("process"))) {
                findings.add(
                        new Message(
                                "consume",
                                channel,
                                channel,
                                "",
                                type.name() + ".process",
                                "bullmq",
                                Confidence.LITERAL,
                                type.evidence()));
            }
        }
        for (Member member : type.members()) {
            if (!member.annotations().isEmpty() && member.kind() == MemberKind.METHOD) {
                member(type, member, channel, code, decorators, findings);
            }
        }
    }

    // ---- services

    private static void service(
            TypeDeclaration type, Decorator decorator, CodeBase code, Findings findings) {
        boolean resolves =
                decorator.name().equals("Service")
                        && !decorator.scope().file().imports().stream()
                                .anyMatch(
                                        i ->
                                                i.alias().equals("Service")
                                                        && i.module().equals("typedi"));
        if (resolves) {
            return;
        }
        Expression options = decorator.argument(0).orElse(null);
        Expression scope = options instanceof Mapping mapping ? mapping.get("scope") : null;
        String lifetime =
                scope instanceof Select select
                        ? select.name().toLowerCase(java.util.Locale.ROOT)
                        : "singleton";
        String framework =
                decorator.name().equals("Service")
                        ? "typedi"
                        : decorator.name().equals("injectable")
                                ? "inversify"
                                : angular(decorator) ? "angular" : "nestjs";
        findings.add(
                new Service(
                        type.name(),
                        type.name(),
                        lifetime.equals("default") ? "singleton" : lifetime,
                        framework,
                        uses(type, code),
                        Confidence.LITERAL,
                        type.evidence()));
    }

    private static boolean angular(Decorator decorator) {
        return decorator.scope().file().imports().stream()
                .anyMatch(i -> i.module().startsWith("@angular/"));
    }

    private static List<String> uses(TypeDeclaration type, CodeBase code) {
        for (TypeDeclaration each : code.symbols().types().lineage(type)) {
            for (Member member : each.members()) {
                if (member.kind() == MemberKind.CONSTRUCTOR) {
                    return member.parameters().stream()
                            .map(NestServices::injected)
                            .filter(used -> !used.isEmpty())
                            .distinct()
                            .toList();
                }
            }
        }
        return List.of();
    }

    private static String injected(Parameter parameter) {
        if (!parameter.type().isEmpty()) {
            return parameter.type();
        }
        Optional<Annotation> inject = Annotation.find(parameter.annotations(), "Inject");
        Expression token = inject.flatMap(a -> a.argument(0)).orElse(null);
        return token == null
                ? ""
                : token instanceof Text text ? text.value() : Decorators.name(token);
    }

    private static void providers(
            Expression options, Scope scope, CodeBase code, Findings findings) {
        Expression given = code.symbols().definition(options, scope).expression();
        Expression list = given instanceof Mapping mapping ? mapping.get("providers") : null;
        if (list == null
                || !(code.symbols().definition(list, scope).expression()
                        instanceof Sequence providers)) {
            return;
        }
        for (Expression item : providers.items()) {
            if (item instanceof Mapping provider && provider.get("provide") != null) {
                provider(provider, scope, findings);
            }
        }
    }

    private static void provider(Mapping provider, Scope scope, Findings findings) {
        CodeFile file = scope.file();
        if (provider.span().end() > file.text().length()) {
            return;
        }
        Expression token = provider.get("provide");
        Expression type = provider.get("useClass");
        type = type == null ? provider.get("useExisting") : type;
        Expression inject = provider.get("inject");
        List<String> uses =
                inject instanceof Sequence list
                        ? list.items().stream().map(i -> named(i, file)).toList()
                        : List.of();
        findings.add(
                new Service(
                        type == null ? "" : Decorators.name(type),
                        named(token, file),
                        "singleton",
                        "nestjs",
                        uses,
                        Confidence.LITERAL,
                        file.evidence(provider.span())));
    }

    private static String named(@Nullable Expression expression, CodeFile file) {
        if (expression == null) {
            return "";
        }
        return expression instanceof Text text
                ? text.value()
                : Authorization.written(file.text(expression.span()));
    }

    // ---- messages and times

    private static String channel(Decorator decorator, CodeBase code) {
        for (int i = 0; i < decorator.arguments().size(); i++) {
            Expression argument = decorator.arguments().get(i).value();
            Expression name =
                    argument instanceof Mapping m
                            ? m.get("name") != null ? m.get("name") : m.get("namespace")
                            : argument;
            if (name != null && !(name instanceof Expression.Numeral)) {
                return code.values().text(name, decorator.scope()).orElse("");
            }
        }
        return "";
    }

    private static void handler(
            TypeDeclaration type, Decorator decorator, String method, Findings findings) {
        for (int i = 0; i < decorator.arguments().size(); i++) {
            String name = decorator.written(i);
            findings.add(
                    new Message(
                            "consume",
                            name,
                            "",
                            name,
                            type.name() + "." + method,
                            "nestjs-cqrs",
                            Confidence.LITERAL,
                            type.evidence()));
        }
    }

    private static void member(
            TypeDeclaration type,
            Member member,
            String channel,
            CodeBase code,
            Decorators decorators,
            Findings findings) {
        String handler = type.name() + "." + member.name();
        Evidence evidence = member.evidence();
        for (Decorator each : decorators.of(type, member)) {
            String framework = CONSUMERS.get(each.name());
            if (framework != null) {
                consumed(each, framework, handler, channel, member, code, findings);
            } else if (TIMES.contains(each.name())) {
                schedule(each, handler, member, code, findings, evidence);
            }
        }
    }

    private static void consumed(
            Decorator decorator,
            String framework,
            String handler,
            String channel,
            Member member,
            CodeBase code,
            Findings findings) {
        Expression pattern = decorator.argument(0).orElse(null);
        String name = pattern == null ? channel : name(pattern, decorator.scope(), code);
        if (name.startsWith("{") && pattern != null) {
            findings.unresolved(
                    "message",
                    decorator.written(0),
                    "the name is not a constant",
                    member.evidence());
        }
        String queue = channel;
        if (pattern instanceof Mapping options && options.get("queue") != null) {
            queue = code.values().text(options.get("queue"), decorator.scope()).orElse(channel);
        }
        findings.add(
                new Message(
                        "consume",
                        name,
                        queue,
                        payload(member),
                        handler,
                        framework,
                        name.startsWith("{") ? Confidence.UNRESOLVED : Confidence.LITERAL,
                        member.evidence()));
    }

    private static String name(Expression pattern, Scope scope, CodeBase code) {
        if (pattern instanceof Mapping options) {
            for (String key : List.of("cmd", "routingKey", "name", "role", "topic")) {
                Expression value = options.get(key);
                if (value != null) {
                    return code.values().first(value, scope).text();
                }
            }
            return Authorization.written(scope.file().text(pattern.span()));
        }
        return code.values().first(pattern, scope).text();
    }

    private static String payload(Member member) {
        String payload = "";
        for (Parameter parameter : member.parameters()) {
            boolean marked =
                    parameter.annotations().stream()
                            .anyMatch(a -> a.is("Payload") || a.is("MessageBody"));
            boolean context =
                    parameter.annotations().stream()
                            .anyMatch(a -> a.is("Ctx") || a.is("ConnectedSocket"));
            boolean first =
                    payload.isEmpty()
                            && parameter.annotations().isEmpty()
                            && !parameter.type().matches(".*(Socket|Context).*");
            if (!context && (marked || first)) {
                payload = parameter.type().equals("any") ? "" : parameter.type();
            }
        }
        return payload;
    }

    private static void schedule(
            Decorator decorator,
            String handler,
            Member member,
            CodeBase code,
            Findings findings,
            Evidence evidence) {
        int count = decorator.arguments().size();
        boolean cron = decorator.name().equals("Cron");
        Expression time = decorator.argument(cron || count < 2 ? 0 : 1).orElse(null);
        String text = time == null ? "" : expression(time, decorator.scope(), code);
        Expression options =
                cron && count > 1
                        ? decorator.argument(1).orElse(null)
                        : decorator.argument(0).orElse(null);
        Expression name =
                options instanceof Mapping m ? m.get("name") : count > 1 && !cron ? options : null;
        String task =
                name == null
                        ? member.name()
                        : code.values().text(name, decorator.scope()).orElse(member.name());
        String shown = cron || !text.matches("\\d+") ? text : seconds(text);
        findings.add(
                new Schedule(
                        task, shown, handler, "nestjs-schedule", Confidence.LITERAL, evidence));
    }

    private static String expression(Expression time, Scope scope, CodeBase code) {
        String written = scope.file().text(time.span());
        return written.startsWith("CronExpression.")
                ? written
                : code.values().text(time, scope).orElse(Authorization.written(written));
    }

    private static String seconds(String milliseconds) {
        java.math.BigDecimal number =
                new java.math.BigDecimal(milliseconds).movePointLeft(3).stripTrailingZeros();
        return number.toPlainString() + "s";
    }
}
