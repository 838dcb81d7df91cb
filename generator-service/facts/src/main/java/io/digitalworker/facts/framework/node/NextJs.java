package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.View;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Next.js: files are routes, of pages and of the API. */
public final class NextJs implements Framework {
    private static final Pattern PAGE = Pattern.compile("^(?:.*/)?pages/(.+)\\.[jt]sx?$");
    private static final Pattern APP =
            Pattern.compile("^(?:.*/)?app/(.*?)/?(route|page)\\.[jt]sx?$");
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Pattern METHOD =
            Pattern.compile(
                    "method\\s*(?:===?|!==?)\\s*['\"]([A-Z]+)['\"]|case\\s+['\"](GET|POST|PUT|PATCH|DELETE)['\"]");

    @Override
    public void extract(CodeBase code, Findings findings) {
        boolean next =
                code.data().readNamed("package.json").stream()
                        .anyMatch(p -> p.root().get("dependencies").has("next"));
        if (!next) {
            return;
        }
        for (CodeFile file : code.files(Dialect.SCRIPT)) {
            Matcher page = PAGE.matcher(file.path());
            Matcher app = APP.matcher(file.path());
            if (TestFiles.is(file.path()) || file.text().isBlank()) {
                continue;
            }
            if (app.matches()) {
                app(file, app.group(1), app.group(2).equals("route"), findings);
            } else if (page.matches()) {
                page(file, page.group(1), findings);
            }
        }
    }

    private static void app(CodeFile file, String directory, boolean route, Findings findings) {
        String path = path(directory);
        if (!route) {
            view(file, path, findings);
            return;
        }
        Set<String> methods = new TreeSet<>();
        for (Member member : file.functions()) {
            if (METHODS.contains(member.name())
                    && member.has("export")
                    && methods.add(member.name())) {
                endpoint(
                        member.name(),
                        path,
                        member.name(),
                        member.evidence(),
                        file.text(member.span()),
                        findings);
            }
        }
        file.imports().stream()
                .filter(i -> i.reexport() && METHODS.contains(i.alias()) && methods.add(i.alias()))
                .forEach(
                        i ->
                                endpoint(
                                        i.alias(),
                                        path,
                                        i.name(),
                                        file.evidence(i.span()),
                                        "",
                                        findings));
    }

    private static void page(CodeFile file, String name, Findings findings) {
        String path = path(name.replaceFirst("(^|/)index$", ""));
        if (!name.startsWith("api/")) {
            if (!name.matches("(.*/)?_(app|document|error|middleware)")) {
                view(file, path, findings);
            }
            return;
        }
        Set<String> methods = new TreeSet<>();
        Matcher matcher = METHOD.matcher(file.text());
        while (matcher.find()) {
            methods.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        methods.retainAll(METHODS);
        Evidence evidence = evidence(file);
        for (String method : methods.isEmpty() ? List.of("ANY") : List.copyOf(methods)) {
            endpoint(method, path, "", evidence, file.text(), findings);
        }
    }

    private static Evidence evidence(CodeFile file) {
        return file.functions().stream()
                .filter(m -> m.has("default"))
                .findFirst()
                .map(Member::evidence)
                .orElseGet(
                        () ->
                                file.evidence(
                                        new io.digitalworker.facts.syntax.Span(
                                                0, file.text().length())));
    }

    /** {@code (group)/[id]/[...rest]} is {@code /{id}/{rest}}. */
    private static String path(String directory) {
        StringBuilder path = new StringBuilder();
        for (String part : directory.split("/", -1)) {
            boolean silent = part.isEmpty() || part.matches("\\(.*\\)") || part.startsWith("@");
            if (!silent) {
                path.append('/')
                        .append(part.replaceAll("^\\[+(?:\\.\\.\\.)?([^\\]]+)\\]+$", "{$1}"));
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private static void view(CodeFile file, String path, Findings findings) {
        String name =
                file.functions().stream()
                        .filter(m -> m.has("default"))
                        .map(Member::name)
                        .findFirst()
                        .orElse(file.file().name().toLowerCase(Locale.ROOT));
        findings.add(
                new View(
                        name,
                        "page",
                        path,
                        "",
                        List.of(),
                        "nextjs",
                        Confidence.CONVENTION,
                        evidence(file)));
    }

    private static void endpoint(
            String method,
            String path,
            String handler,
            Evidence evidence,
            String body,
            Findings findings) {
        findings.add(
                new Endpoint(
                        method,
                        path,
                        List.of(),
                        handler,
                        "nextjs",
                        Paths.parameters(path),
                        Requests.request(body),
                        Requests.responses(body),
                        List.of(),
                        List.of(),
                        Confidence.CONVENTION,
                        evidence));
    }
}
