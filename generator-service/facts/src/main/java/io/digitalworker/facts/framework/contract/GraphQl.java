package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Other schema files. The fields of a GraphQL schema's root types are resources of type {@code
 * graphql-field} (all of them are answered at one address, so that none is an endpoint), the methods of
 * Protocol Buffers' services are resources of type {@code grpc-method}, the operations on AsyncAPI's
 * channels are messages.
 */
public final class GraphQl implements Framework {
    private static final Pattern SERVICE =
            Pattern.compile("\\bservice\\s{1,9}(\\w{1,200})\\s{0,9}\\{");
    private static final Pattern METHOD =
            Pattern.compile(
                    "\\brpc\\s{1,9}(\\w{1,200})\\s{0,9}\\(\\s{0,9}(stream\\s{1,9})?([\\w.]{1,300})"
                            + "\\s{0,9}\\)\\s{0,99}returns\\s{0,99}"
                            + "\\(\\s{0,9}(stream\\s{1,9})?([\\w.]{1,300})\\s{0,9}\\)");
    private static final Pattern COMMENT = Pattern.compile("(?s)//[^\\n]*|/\\*.*?(?:\\*/|\\z)");

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (SourceFile file : code.tree().files()) {
            if (file.lines() > 0 && !ModuleRoots.isTest(file.path())) {
                if (file.language() == Language.GRAPHQL) {
                    graphql(code, file, findings);
                } else if (file.language() == Language.PROTOBUF) {
                    protobuf(code, file, findings);
                }
            }
        }
        AsyncApi.read(code, findings);
    }

    private static void graphql(CodeBase code, SourceFile file, Findings findings) {
        SourceText text = code.tree().text(file);
        for (GraphQlSchema.Field field : GraphQlSchema.fields(text.text())) {
            findings.add(field.resource(place(code, file, text, field.start(), field.end())));
        }
    }

    private static Evidence place(
            CodeBase code, SourceFile file, SourceText text, int start, int end) {
        int first = text.lineOf(start);
        return code.tree().evidence(file, first, Math.max(first, text.lineOf(end - 1)));
    }

    private static void protobuf(CodeBase code, SourceFile file, Findings findings) {
        SourceText source = code.tree().text(file);
        String text = withoutComments(source.text());
        Matcher service = SERVICE.matcher(text);
        Matcher method = METHOD.matcher(text);
        String name = "";
        int next = service.find() ? service.start() : Integer.MAX_VALUE;
        while (method.find()) {
            while (next < method.start()) {
                name = service.group(1);
                next = service.find() ? service.start() : Integer.MAX_VALUE;
            }
            Evidence place = place(code, file, source, method.start(), method.end());
            findings.add(grpc(name, method, place));
        }
    }

    /** Blanks in their place, so that offsets stay. */
    private static String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll(m -> m.group().replaceAll("[^\\n]", " "));
    }

    private static Resource grpc(String service, Matcher method, Evidence place) {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("request", stream(method.group(2)) + method.group(3));
        settings.put("response", stream(method.group(4)) + method.group(5));
        return new Resource(
                service + "." + method.group(1),
                "grpc-method",
                "protobuf",
                settings,
                List.of(),
                Confidence.LITERAL,
                place);
    }

    private static String stream(@Nullable String word) {
        return word == null ? "" : "stream ";
    }
}
