package io.digitalworker.facts.declaration;

import io.digitalworker.facts.Trees;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What heads of C# and Java declarations say, beside names and places. */
class HeadsTest {
    @Test
    void x() {
        for (String s : List.of("csharp-heads", "java-heads")) {
            for (CodeFile file : CodeBase.read(Trees.ofSources(s)).files()) {
                System.out.println(">> " + file.path());
                lines(file).forEach(l -> System.out.println(">>" + l));
            }
        }
    }

    private static List<String> lines(CodeFile file) {
        List<String> lines = new ArrayList<>();
        for (Import imported : file.imports()) {
            lines.add(
                    "import %s|%s|%s%s"
                            .formatted(
                                    imported.module(),
                                    imported.name(),
                                    imported.alias(),
                                    imported.reexport() ? "|global" : ""));
        }
        for (TypeDeclaration type : file.types()) {
            lines.add(type(type));
            type.members().forEach(member -> lines.add("  " + member(file, member)));
        }
        return lines;
    }

    private static String type(TypeDeclaration type) {
        return annotations(type.annotations())
                + modifiers(type.modifiers())
                + type.kind().key()
                + " "
                + type.fullName()
                + names(type.typeParameters())
                + (type.bases().isEmpty() ? "" : " : " + String.join(" | ", type.bases()));
    }

    private static String member(CodeFile file, Member member) {
        boolean callable =
                !member.parameters().isEmpty()
                        || Set.of(MemberKind.METHOD, MemberKind.CONSTRUCTOR, MemberKind.FUNCTION)
                                .contains(member.kind());
        return annotations(member.annotations())
                + modifiers(member.modifiers())
                + member.kind().key()
                + " "
                + (member.type().isEmpty() ? "" : member.type() + " ")
                + member.name()
                + names(member.typeParameters())
                + (callable ? parameters(file, member.parameters()) : "")
                + text(file, " = ", member.initializer())
                + text(file, member.expressionBody() ? " => " : " {} ", member.body());
    }

    private static String parameters(CodeFile file, List<Parameter> parameters) {
        List<String> each = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String value =
                    parameter.defaultValue() == null
                            ? ""
                            : text(file, " = ", parameter.defaultValue().span());
            each.add(
                    annotations(parameter.annotations())
                            + parameter.type()
                            + " "
                            + parameter.name()
                            + value);
        }
        return "(" + String.join(", ", each) + ")";
    }

    private static String annotations(List<Annotation> annotations) {
        StringBuilder all = new StringBuilder();
        for (Annotation annotation : annotations) {
            int arguments = annotation.arguments().size();
            all.append('@').append(annotation.name());
            all.append(arguments == 0 ? " " : "/" + arguments + " ");
        }
        return all.toString();
    }

    private static String modifiers(Set<String> modifiers) {
        return modifiers.isEmpty() ? "" : String.join(" ", new TreeSet<>(modifiers)) + " ";
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "" : "<" + String.join(",", names) + ">";
    }

    private static String text(CodeFile file, String mark, Span span) {
        return span.isEmpty() ? "" : mark + file.text(span).replaceAll("\\s+", " ").strip();
    }
}
