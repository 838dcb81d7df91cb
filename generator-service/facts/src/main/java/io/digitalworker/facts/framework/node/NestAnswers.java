package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.node.Decorators.Decorator;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler answers, as its decorators and its type say. */
final class NestAnswers {
    private static final Map<String, Integer> ANSWERS =
            Map.ofEntries(
                    Map.entry("ApiOkResponse", 200),
                    Map.entry("ApiCreatedResponse", 201),
                    Map.entry("ApiAcceptedResponse", 202),
                    Map.entry("ApiNoContentResponse", 204),
                    Map.entry("ApiBadRequestResponse", 400),
                    Map.entry("ApiUnauthorizedResponse", 401),
                    Map.entry("ApiForbiddenResponse", 403),
                    Map.entry("ApiNotFoundResponse", 404),
                    Map.entry("ApiConflictResponse", 409),
                    Map.entry("ApiUnprocessableEntityResponse", 422),
                    Map.entry("ApiInternalServerErrorResponse", 500));

    private NestAnswers() {}

    static List<Response> of(String method, Member member, List<Decorator> own) {
        Map<Integer, String> answers = new LinkedHashMap<>();
        int success = method.equals("POST") ? 201 : 200;
        for (Decorator each : own) {
            if (each.name().equals("HttpCode")) {
                int status = Requests.status(each.written(0));
                success = status == 0 ? success : status;
            }
        }
        String type = ClassFields.unwrapped(member.type());
        answers.put(success, type.equals("void") || type.equals("any") ? "" : type);
        for (Decorator each : own) {
            Integer named = ANSWERS.get(each.name());
            Expression options = each.argument(0).orElse(null);
            Mapping mapping = options instanceof Mapping m ? m : null;
            if (named != null || (each.name().equals("ApiResponse") && mapping != null)) {
                Expression status = mapping == null ? null : mapping.get("status");
                int code =
                        named != null
                                ? named
                                : status == null
                                        ? 200
                                        : Requests.status(each.scope().file().text(status.span()));
                answer(code, mapping == null ? null : mapping.get("type"), each, answers);
            }
        }
        return answers.entrySet().stream()
                .filter(e -> e.getKey() >= 100 && e.getKey() < 600)
                .map(e -> new Response(e.getKey(), e.getValue()))
                .toList();
    }

    private static void answer(
            int status,
            @Nullable Expression type,
            Decorator decorator,
            Map<Integer, String> answers) {
        CodeFile file = decorator.scope().file();
        Expression plain = type == null ? null : Decorators.answered(type, file);
        String written = "";
        if (plain instanceof Expression.Sequence list && !list.items().isEmpty()) {
            written = file.text(list.items().get(0).span()) + "[]";
        } else if (plain != null) {
            written = Authorization.written(file.text(plain.span()));
        }
        if (written.isEmpty()) {
            answers.putIfAbsent(status, "");
        } else {
            answers.put(status, written);
        }
    }
}
