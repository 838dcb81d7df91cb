package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a handler takes: parameters with a decorator, and the fields of their classes. */
final class NestInputs {
    private final CodeBase code;

    NestInputs(CodeBase code) {
        this.code = code;
    }

    /**
     * Adds the inputs of a handler.
     *
     * @return the type of its body; null if it takes none
     */
    @Nullable String read(TypeDeclaration home, Member member, List<Input> inputs) {
        String request = null;
        CodeFile file = code.fileOf(home);
        for (Parameter parameter : member.parameters()) {
            for (Annotation annotation : parameter.annotations()) {
                String name =
                        annotation
                                .argument(0)
                                .map(a -> a instanceof Expression.Text t ? t.value() : "")
                                .orElse("");
                switch (annotation.simpleName()) {
                    case "Param" -> add(name, "path", parameter, file, inputs);
                    case "Query" -> add(name, "query", parameter, file, inputs);
                    case "Headers" -> add(name, "header", parameter, file, inputs);
                    case "UploadedFile", "UploadedFiles" ->
                            inputs.add(new Input(parameter.name(), "form", parameter.type(), true));
                    case "Body" -> {
                        boolean whole = request == null || name.isEmpty();
                        request =
                                whole
                                        ? parameter.type().isEmpty() ? "any" : parameter.type()
                                        : request;
                    }
                    default -> {}
                }
            }
        }
        return request;
    }

    private void add(
            String name, String in, Parameter parameter, CodeFile file, List<Input> inputs) {
        boolean required =
                in.equals("path")
                        || (!parameter.name().endsWith("?") && parameter.defaultValue() == null);
        if (!name.isEmpty()) {
            inputs.add(
                    new Input(
                            name,
                            in,
                            parameter.type(),
                            in.equals("path") || (required && in.equals("header"))));
            return;
        }
        Optional<TypeDeclaration> type = code.symbols().types().find(parameter.type(), file);
        if (type.isEmpty() || parameter.type().isEmpty() || in.equals("header")) {
            return;
        }
        for (TypeDeclaration each : code.symbols().types().lineage(type.get())) {
            for (Member field : each.members()) {
                boolean property =
                        field.kind() == MemberKind.PROPERTY || field.kind() == MemberKind.FIELD;
                if (property && !field.has("static")) {
                    boolean optional = ClassFields.optional(field, code.fileOf(each));
                    inputs.add(new Input(field.name(), in, field.type(), !optional));
                }
            }
        }
    }
}
