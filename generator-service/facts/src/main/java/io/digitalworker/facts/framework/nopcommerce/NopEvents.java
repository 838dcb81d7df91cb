package io.digitalworker.facts.framework.nopcommerce;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.dotnet.ClrTypes;
import io.digitalworker.facts.framework.dotnet.Site;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Events within the process: {@code IConsumer<T>} consumes, {@code IEventPublisher} publishes, and since
 * 4.40 each insert, update and delete of a repository publishes the entity's event (by convention).
 */
public final class NopEvents implements Framework {
    private static final Set<String> PUBLISH = Set.of("Publish", "PublishAsync");
    private static final Map<String, String> ENTITY_EVENTS =
            Map.of(
                    "EntityInserted", "EntityInsertedEvent",
                    "EntityInsertedAsync", "EntityInsertedEvent",
                    "EntityUpdated", "EntityUpdatedEvent",
                    "EntityUpdatedAsync", "EntityUpdatedEvent",
                    "EntityDeleted", "EntityDeletedEvent",
                    "EntityDeletedAsync", "EntityDeletedEvent");
    private static final Map<String, String> REPOSITORY =
            Map.of(
                    "InsertAsync", "EntityInsertedEvent",
                    "UpdateAsync", "EntityUpdatedEvent",
                    "DeleteAsync", "EntityDeletedEvent");

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<CodeFile> files = Nop.files(code);
        if (files.isEmpty()) {
            return;
        }
        ClrTypes types = new ClrTypes(code);
        for (TypeDeclaration type : Nop.classesOn(code, "IConsumer")) {
            CodeFile file = code.fileOf(type);
            boolean other = file.imports().stream().anyMatch(i -> i.module().equals("MassTransit"));
            if (Nop.uses(file) && !other && !Nop.test(type.evidence())) {
                consumer(code, types, type, findings);
            }
        }
        boolean publishing = repositoriesPublish(code);
        for (CodeFile file : files) {
            published(code, file, findings);
            if (publishing && file.mayHold("IRepository")) {
                stored(file, findings);
            }
        }
    }

    // ---- consumers

    /** Own and inherited {@code IConsumer<T>}s with type parameters filled in. */
    private static void consumer(
            CodeBase code, ClrTypes types, TypeDeclaration type, Findings findings) {
        for (TypeDeclaration part : code.symbols().types().parts(type)) {
            for (String base : part.bases()) {
                TypeName name = TypeName.of(base);
                if (name.simpleName().equals("IConsumer")) {
                    consume(type, type, name.argument(), Confidence.LITERAL, findings);
                }
            }
        }
        for (TypeDeclaration base : types.baseClasses(type)) {
            List<String> arguments = types.argumentsOf(type, base.simpleName());
            for (String contract : base.bases()) {
                TypeName name = TypeName.of(contract);
                if (name.simpleName().equals("IConsumer")) {
                    String event = filled(name.argument(), base.typeParameters(), arguments);
                    consume(type, base, event, Confidence.RESOLVED, findings);
                }
            }
        }
    }

    private static String filled(String event, List<String> parameters, List<String> arguments) {
        TypeName name = TypeName.of(event);
        int at = parameters.indexOf(name.argument());
        return at >= 0 && at < arguments.size()
                ? name.name() + "<" + arguments.get(at) + ">"
                : event;
    }

    private static void consume(
            TypeDeclaration type,
            TypeDeclaration declaring,
            String event,
            Confidence sure,
            Findings findings) {
        Optional<Member> member = handling(declaring, event, type.equals(declaring));
        String name = member.map(Member::name).orElse("HandleEvent");
        Evidence evidence =
                member.filter(any -> type.equals(declaring))
                        .map(Member::evidence)
                        .orElse(type.evidence());
        add("consume", event, type.name() + "." + name, sure, evidence, findings);
    }

    /** Its parameter is the event; in a base class one whose arguments are the class's parameters. */
    private static Optional<Member> handling(TypeDeclaration type, String event, boolean exactly) {
        List<Member> handlers =
                type.members().stream()
                        .filter(member -> member.name().startsWith("HandleEvent"))
                        .filter(member -> member.parameters().size() == 1)
                        .toList();
        Optional<Member> exact =
                handlers.stream()
                        .filter(m -> bare(m.parameters().get(0).type()).equals(bare(event)))
                        .findFirst();
        if (exact.isPresent() || exactly) {
            return exact;
        }
        String simple = TypeName.of(event).simpleName();
        return handlers.stream()
                .filter(m -> TypeName.of(m.parameters().get(0).type()).simpleName().equals(simple))
                .findFirst();
    }

    /** Without blanks and namespaces. */
    private static String bare(String type) {
        return type.replace(" ", "").replaceAll("\\w+\\.", "");
    }

    private static void add(
            String direction,
            String event,
            String handler,
            Confidence sure,
            Evidence evidence,
            Findings findings) {
        TypeName name = TypeName.of(event);
        String plain =
                name.arguments().isEmpty()
                        ? name.simpleName()
                        : name.simpleName() + "<" + String.join(", ", name.arguments()) + ">";
        String payload = name.argument().isEmpty() ? name.simpleName() : name.argument();
        findings.add(
                new Message(direction, plain, "", payload, handler, Nop.FRAMEWORK, sure, evidence));
    }

    // ---- publishers

    private static void published(CodeBase code, CodeFile file, Findings findings) {
        for (Site site : Site.calls(file, PUBLISH)) {
            if (onPublisher(file.tokens(), site.token()) && !site.call().arguments().isEmpty()) {
                Expression argument = site.call().arguments().get(0).value();
                String event = typeOf(code, argument, site);
                if (event.isEmpty()) {
                    findings.unresolved(
                            "message",
                            file.text(site.span()),
                            "type of the event is not known",
                            site.evidence());
                } else {
                    Confidence sure =
                            argument instanceof Create ? Confidence.LITERAL : Confidence.RESOLVED;
                    add("publish", event, site.place(), sure, site.evidence(), findings);
                }
            }
        }
        for (Site site : Site.calls(file, ENTITY_EVENTS.keySet())) {
            if (onPublisher(file.tokens(), site.token()) && !site.call().arguments().isEmpty()) {
                String type = typeOf(code, site.call().arguments().get(0).value(), site);
                String event = ENTITY_EVENTS.getOrDefault(site.name(), "");
                String full = type.isEmpty() ? event : event + "<" + type + ">";
                add("publish", full, site.place(), Confidence.RESOLVED, site.evidence(), findings);
            }
        }
    }

    private static boolean onPublisher(Tokens tokens, int name) {
        int dot = name - 1;
        int receiver = tokens.is(dot - 1, '?') ? dot - 2 : dot - 1;
        return tokens.word(receiver).toLowerCase(Locale.ROOT).contains("eventpublisher")
                || (tokens.is(receiver, ')') && name > 4);
    }

    private static String typeOf(CodeBase code, Expression expression, Site site) {
        if (expression instanceof Create create && !create.type().isEmpty()) {
            return create.type();
        }
        Optional<Symbol> symbol = code.symbols().find(expression, site.scope());
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Typed typed) {
            return typed.type();
        }
        Expression value = code.symbols().definition(expression, site.scope()).expression();
        if (value instanceof Create create && !create.type().isEmpty()) {
            return create.type();
        }
        return code.symbols()
                .typeOf(expression, site.scope())
                .map(TypeDeclaration::simpleName)
                .orElse("");
    }

    // ---- repositories

    /** Whether the archive's repository publishes; assumed where the archive has only plugins. */
    private static boolean repositoriesPublish(CodeBase code) {
        List<TypeDeclaration> repositories = code.symbols().types().named("EntityRepository");
        return repositories.stream()
                        .anyMatch(type -> code.fileOf(type).mayHold("EntityInsertedAsync"))
                || (repositories.isEmpty()
                        && code.symbols().types().named("EfRepository").isEmpty());
    }

    private static void stored(CodeFile file, Findings findings) {
        Map<String, String> repositories = new HashMap<>();
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                TypeName name = TypeName.of(member.type());
                if (name.simpleName().equals("IRepository")) {
                    repositories.put(member.name(), name.argument());
                }
            }
        }
        for (Site site : Site.calls(file, REPOSITORY.keySet())) {
            String entity = repositories.get(file.tokens().word(site.token() - 2));
            boolean silent =
                    site.call().arguments().stream()
                            .anyMatch(a -> a.value() instanceof Name n && n.name().equals("false"));
            if (entity != null && !silent && file.tokens().is(site.token() - 1, '.')) {
                add(
                        "publish",
                        REPOSITORY.getOrDefault(site.name(), "") + "<" + entity + ">",
                        site.place(),
                        Confidence.CONVENTION,
                        site.evidence(),
                        findings);
            }
        }
    }
}
