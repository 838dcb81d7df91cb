package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The members that are run for an event, command or query, by the type of the message. */
final class EventHandlers {
    private static final Pattern CONTRACT =
            Pattern.compile(".*(Handler|Consumer|Listener|Subscriber)|IHandle(Messages)?|IConsume");
    private static final Pattern METHOD =
            Pattern.compile(
                    "(?i)(async)?(handle|consume|execute|process|receive|when|on)\\w*(async)?");
    private static final Set<String> ON_METHOD =
            Set.of(
                    "EventListener",
                    "TransactionalEventListener",
                    "ApplicationModuleListener",
                    "Subscribe");
    private static final Set<String> ON_PARAMETER = Set.of("Observes", "ObservesAsync");
    private static final Set<String> ON_CLASS =
            Set.of("EventsHandler", "CommandHandler", "QueryHandler");

    private final TypeGraph graph;
    private final Map<String, List<String>> byMessage = new HashMap<>();

    EventHandlers(TypeGraph graph, List<CodeFile> files) {
        this.graph = graph;
        for (CodeFile file : files) {
            for (TypeDeclaration type : file.types()) {
                enter(type, file);
            }
        }
    }

    /** Qualified names of the members, by path. */
    List<String> of(Meant message) {
        return byMessage.getOrDefault(message.written(), List.of());
    }

    private void enter(TypeDeclaration type, CodeFile file) {
        boolean canBe = !type.has("abstract") && !type.bases().isEmpty();
        for (String base : canBe ? type.bases() : List.<String>of()) {
            int angle = base.indexOf('<');
            if (angle > 0 && CONTRACT.matcher(base.substring(0, angle)).matches()) {
                ofContract(type, base, file);
            }
        }
        for (Annotation annotation : type.annotations()) {
            if (ON_CLASS.contains(annotation.simpleName())) {
                annotation.arguments().forEach(message -> ofDecorator(type, message));
            }
        }
        if (ON_METHOD.stream().anyMatch(file::mayHold)
                || ON_PARAMETER.stream().anyMatch(file::mayHold)) {
            type.members().forEach(member -> ofMethod(type, member, file));
        }
    }

    private void ofContract(TypeDeclaration type, String base, CodeFile file) {
        TypeNode node = graph.node(type);
        Meant message = graph.meant(base, file, node).argument();
        Member best = null;
        for (Member member : node.members()) {
            boolean handles =
                    member.kind() == MemberKind.METHOD
                            && !member.parameters().isEmpty()
                            && METHOD.matcher(member.name()).matches();
            boolean exactly = handles && takes(member, message, file, node);
            best = exactly || (handles && best == null) ? member : best;
            if (exactly) {
                break;
            }
        }
        if (best != null && message.known()) {
            put(message.written(), best);
        }
    }

    private boolean takes(Member member, Meant message, CodeFile file, TypeNode node) {
        Meant first = graph.meant(member.parameters().get(0).type(), file, node);
        return first.equals(message) || first.argument().equals(message);
    }

    private void ofDecorator(TypeDeclaration type, Argument message) {
        if (message.value() instanceof Name name) {
            for (Member member : type.members()) {
                if (member.name().equals("handle") || member.name().equals("execute")) {
                    put(name.name(), member);
                }
            }
        }
    }

    private void ofMethod(TypeDeclaration type, Member member, CodeFile file) {
        boolean listens =
                member.annotations().stream().anyMatch(a -> ON_METHOD.contains(a.simpleName()));
        for (var parameter : member.parameters()) {
            boolean observes =
                    parameter.annotations().stream()
                            .anyMatch(a -> ON_PARAMETER.contains(a.simpleName()));
            if (listens || observes) {
                put(graph.meant(parameter.type(), file, graph.node(type)).written(), member);
                return;
            }
        }
    }

    private void put(String message, Member member) {
        List<String> all = byMessage.computeIfAbsent(message, m -> new ArrayList<>(1));
        if (!all.contains(member.qualifiedName())) {
            all.add(member.qualifiedName());
        }
    }
}
