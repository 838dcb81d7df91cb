package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SignalR hubs, whose public methods take messages, and gRPC services: an endpoint for each {@code rpc}
 * of a {@code .proto} file that a mapped service of the archive implements.
 */
public final class Services implements Framework {
    private static final Set<String> OF_HUB =
            Set.of("OnConnectedAsync", "OnDisconnectedAsync", "Dispose");
    private static final Pattern PACKAGE =
            Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);
    private static final Pattern PART =
            Pattern.compile(
                    "\\bservice\\s+(\\w+)\\s*\\{|\\brpc\\s+(\\w+)\\s*\\(\\s*(stream\\s+)?([\\w.]+)\\s*\\)\\s*returns\\s*\\(\\s*(stream\\s+)?([\\w.]+)\\s*\\)");

    @Override
    public void extract(CodeBase code, Findings findings) {
        if (!code.filesWith(Dialect.CSHARP, "Hub").isEmpty()) {
            hubs(new Web(code), findings);
        }
        if (!code.filesWith(Dialect.CSHARP, "MapGrpcService").isEmpty()) {
            grpc(new Web(code), findings);
        }
    }

    // ---- hubs

    private static void hubs(Web web, Findings findings) {
        for (CodeFile file : web.code().files(Dialect.CSHARP)) {
            for (TypeDeclaration type : file.types()) {
                boolean hub =
                        !type.bases().isEmpty()
                                && !type.has("abstract")
                                && !web.projects().tests(file)
                                && (web.types().inherits(type, "Hub")
                                        || web.types().inherits(type, "DynamicHub"));
                if (hub) {
                    hub(web, file, type, findings);
                }
            }
        }
    }

    private static void hub(Web web, CodeFile file, TypeDeclaration type, Findings findings) {
        String path = mapped(web, type);
        for (Member member : type.members()) {
            boolean takes =
                    member.kind() == MemberKind.METHOD
                            && member.has("public")
                            && !member.has("static")
                            && !OF_HUB.contains(member.name());
            if (takes) {
                Scope scope = Scope.of(file, type);
                String name =
                        member.annotations().stream()
                                .filter(a -> a.is("HubMethodName"))
                                .findFirst()
                                .flatMap(a -> a.argument(0))
                                .map(e -> web.text(e, scope).text())
                                .orElse(member.name());
                String payload =
                        member.parameters().isEmpty() ? "" : member.parameters().get(0).type();
                findings.add(
                        new Message(
                                "consume",
                                name,
                                path,
                                payload,
                                member.qualifiedName(),
                                "signalr",
                                path.isEmpty() ? Confidence.CONVENTION : Confidence.RESOLVED,
                                member.evidence()));
            }
        }
    }

    /** The path that a hub is mapped to; empty if nobody does. */
    private static String mapped(Web web, TypeDeclaration hub) {
        for (CodeFile file : web.code().filesWith(Dialect.CSHARP, "MapHub")) {
            Tokens tokens = file.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.is(i, "MapHub") && tokens.is(i + 1, '<')) {
                    int open = i + 1;
                    while (open < i + 20 && !tokens.is(open, '(')) {
                        open++;
                    }
                    String named = file.syntax().type(i + 2, open - 1);
                    List<Argument> arguments = file.syntax().arguments(open);
                    boolean own = TypeName.of(named).simpleName().equals(hub.simpleName());
                    if (own && !arguments.isEmpty()) {
                        Value value = web.text(arguments.get(0).value(), Scope.of(file));
                        return value.known() ? Template.of(value.text()).path() : "";
                    }
                }
            }
        }
        return "";
    }

    // ---- gRPC

    private static void grpc(Web web, Findings findings) {
        Set<String> written = new HashSet<>();
        List<SourceFile> protos =
                web.code().tree().files().stream()
                        .filter(file -> file.language() == Language.PROTOBUF)
                        .toList();
        for (CodeFile file : web.code().filesWith(Dialect.CSHARP, "MapGrpcService")) {
            Tokens tokens = file.tokens();
            for (int i = 0; i < tokens.size() && !web.projects().tests(file); i++) {
                if (tokens.is(i, "MapGrpcService") && tokens.is(i + 1, '<')) {
                    int close = i + 2;
                    while (close < i + 30 && !tokens.is(close, '(')) {
                        close++;
                    }
                    String named = file.syntax().type(i + 2, close - 1);
                    boolean found = mapped(web, file, named, protos, written, findings);
                    if (!found) {
                        findings.unresolved(
                                "endpoint",
                                "MapGrpcService<" + named + ">",
                                "no .proto file declares it",
                                file.evidence(file.syntax().span(i, Math.max(i + 1, close))));
                    }
                }
            }
        }
    }

    private static boolean mapped(
            Web web,
            CodeFile file,
            String named,
            List<SourceFile> protos,
            Set<String> written,
            Findings findings) {
        TypeDeclaration type = implementing(web, file, named);
        if (type == null) {
            return false;
        }
        List<String> bases = new ArrayList<>(web.types().basesAbove(type));
        for (SourceFile proto : protos) {
            if (reads(web, type, bases, proto, written, findings)) {
                return true;
            }
        }
        return false;
    }

    /** The class of this name in the application of a file, its own project first. */
    private static @Nullable TypeDeclaration implementing(Web web, CodeFile file, String named) {
        TypeDeclaration found = null;
        for (TypeDeclaration type : web.types().named(TypeName.of(named).simpleName())) {
            CodeFile home = web.file(type);
            boolean own = web.projects().of(home).equals(web.projects().of(file));
            boolean first = found == null && web.projects().related(home, file);
            found = own || first ? type : found;
        }
        return found;
    }

    private static boolean reads(
            Web web,
            TypeDeclaration type,
            List<String> bases,
            SourceFile proto,
            Set<String> written,
            Findings findings) {
        SourceText text = web.code().tree().text(proto);
        Matcher packages = PACKAGE.matcher(text.text());
        String prefix = packages.find() ? packages.group(1) + "." : "";
        Matcher parts = PART.matcher(text.text());
        String service = "";
        boolean own = false;
        while (parts.find()) {
            if (parts.group(1) != null) {
                service = parts.group(1);
                String name = service;
                boolean based =
                        bases.stream()
                                .anyMatch(
                                        b ->
                                                b.equals(name + "Base")
                                                        || b.endsWith("." + name + "Base"));
                own |= based;
                service = based ? name : "";
            } else if (!service.isEmpty()) {
                int first = text.lineOf(parts.start());
                int last = text.lineOf(Math.max(parts.start(), parts.end() - 1));
                String path = "/" + prefix + service + "/" + parts.group(2);
                if (written.add(path + " " + type.fullName())) {
                    rpc(web, type, parts, path, proto, first, last, findings);
                }
            }
        }
        return own;
    }

    private static void rpc(
            Web web,
            TypeDeclaration type,
            Matcher parts,
            String path,
            SourceFile proto,
            int first,
            int last,
            Findings findings) {
        String method = parts.group(2);
        var found = web.types().member(type, method);
        List<Placed> annotations = new ArrayList<>();
        found.ifPresent(
                f ->
                        f.member()
                                .annotations()
                                .forEach(a -> annotations.add(new Placed(a, web.scope(f.type())))));
        annotations.addAll(web.annotations(type));
        findings.add(
                new Endpoint(
                        "POST",
                        path,
                        List.of(),
                        type.name() + "." + method,
                        "grpc",
                        List.of(),
                        parts.group(4),
                        List.of(new Response(200, parts.group(6))),
                        new Access(web).of(annotations),
                        List.of(),
                        Confidence.RESOLVED,
                        found.map(f -> f.member().evidence())
                                .orElseGet(() -> web.code().tree().evidence(proto, first, last))));
    }
}
