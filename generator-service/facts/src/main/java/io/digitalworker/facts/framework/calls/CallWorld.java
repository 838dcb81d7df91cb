package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.calls.TypeNode.Found;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the bodies of a code base are read against. */
record CallWorld(
        TypeGraph graph,
        Dispatch dispatch,
        EventHandlers handlers,
        EntityAccess entities,
        Map<String, List<Found>> extensions) {

    static CallWorld of(CodeBase code, List<CodeFile> files) {
        TypeGraph graph = new TypeGraph(code);
        return new CallWorld(
                graph,
                new Dispatch(graph),
                new EventHandlers(graph, files),
                new EntityAccess(code),
                extensions(graph, files));
    }

    private static Map<String, List<Found>> extensions(TypeGraph graph, List<CodeFile> files) {
        Map<String, List<Found>> byName = new HashMap<>();
        for (CodeFile file : files) {
            if (file.dialect() != Dialect.CSHARP) {
                continue;
            }
            for (TypeDeclaration type : file.types()) {
                for (Member member : type.has("static") ? type.members() : List.<Member>of()) {
                    boolean extension = member.signature().contains("(this ");
                    if (extension && !member.parameters().isEmpty()) {
                        byName.computeIfAbsent(member.name(), n -> new ArrayList<>(1))
                                .add(new Found(graph.node(type), member, Map.of()));
                    }
                }
            }
        }
        return byName;
    }

    /** The extension method of this name for a receiver; null if there is none. */
    @Nullable Found extension(String name, Meant receiver) {
        for (Found each : extensions.getOrDefault(name, List.of())) {
            TypeNode owner = each.owner();
            String written = each.member().parameters().get(0).type();
            Meant first = graph.meant(written, owner.file(), owner);
            boolean any = each.member().typeParameters().contains(first.name());
            boolean same = first.name().equals(receiver.name());
            TypeNode node = receiver.node();
            if (any || same || (node != null && node.isOn(Set.of(first.name())))) {
                return each;
            }
        }
        return null;
    }
}
