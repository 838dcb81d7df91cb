package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.calls.TypeNode.Found;
import io.digitalworker.facts.syntax.Dialect;
import java.util.Set;
import java.util.regex.Pattern;

/** Steps that are no plain calls: to handlers of messages, to entities of a session, to other systems. */
final class Outward {
    private static final Set<String> PUBLISHES =
            Set.of(
                    "Send",
                    "SendAsync",
                    "Publish",
                    "PublishAsync",
                    "PublishEvent",
                    "publishEvent",
                    "publish",
                    "emit",
                    "execute",
                    "dispatch",
                    "Dispatch",
                    "DispatchAsync",
                    "Raise",
                    "RaiseAsync",
                    "fire",
                    "fireAsync",
                    "send",
                    "post",
                    "AddDomainEvent",
                    "RegisterDomainEvent",
                    "PublishLocal",
                    "Enqueue",
                    "ExecuteAsync",
                    "Execute",
                    "Handle",
                    "InvokeAsync",
                    "QueryAsync");
    private static final Set<String> CLIENTS =
            Set.of(
                    "HttpClient",
                    "RestClient",
                    "IRestClient",
                    "IFlurlClient",
                    "FlurlClient",
                    "RestTemplate",
                    "WebClient",
                    "OkHttpClient",
                    "HttpService",
                    "AxiosInstance",
                    "TestRestTemplate",
                    "AsyncClient",
                    "ClientSession");
    private static final Pattern REQUESTS =
            Pattern.compile(
                    "(?i)(get|post|put|delete|patch|head|options|send|execute|exchange|request"
                            + "|fetch|newCall|download|retrieve)\\w*");
    private static final Set<String> MODULES =
            Set.of("axios", "requests", "httpx", "got", "ky", "superagent", "node-fetch", "needle");
    private static final Set<String> PYTHON_QUERIES =
            Set.of(
                    "query",
                    "select",
                    "get",
                    "insert",
                    "update",
                    "delete",
                    "exists",
                    "get_object_or_404",
                    "get_list_or_404",
                    "get_or_404",
                    "scalars");
    private static final Set<String> CLIENT_INTERFACES =
            Set.of("FeignClient", "RegisterRestClient", "HttpExchange");
    private static final Set<String> VERBS =
            Set.of("Get", "Post", "Put", "Delete", "Patch", "Head", "Options");
    private final CallWorld world;
    private final CodeFile file;
    private final Chain chain;
    private final CallArguments arguments;

    Outward(CallWorld world, CodeFile file, Chain chain, CallArguments arguments) {
        this.world = world;
        this.file = file;
        this.chain = chain;
        this.arguments = arguments;
    }

    /** A call without a receiver. */
    void plain(String name, int at, int paren) {
        if (file.dialect() == Dialect.PYTHON && PYTHON_QUERIES.contains(name)) {
            python(at, paren);
        }
        boolean fetches = name.equals("fetch") || isHttpModule(name);
        if (file.dialect() == Dialect.SCRIPT && fetches && !declared(name)) {
            chain.emit(name, "external", Confidence.LITERAL, at);
        }
    }

    private boolean declared(String name) {
        return name.equals("fetch")
                && (world.graph().imported(name, file) != null && !isHttpModule(name));
    }

    private boolean isHttpModule(String name) {
        var imported = world.graph().imported(name, file);
        return imported != null && MODULES.contains(imported.module());
    }

    /**
     * A call on something.
     *
     * @param word the name of what it is called on; empty if that has none
     * @param paren bracket of the arguments; -1 for a reference
     */
    void on(Meant receiver, String word, int at, int paren) {
        if (paren < 0) {
            return;
        }
        String name = chain.word(at);
        message(name, at, paren);
        session(receiver, name, at, paren);
        prisma(word, name, at);
        if (CLIENTS.contains(receiver.name())
                && receiver.node() == null
                && REQUESTS.matcher(name).matches()) {
            chain.emit(receiver.name() + "." + name, "external", Confidence.RESOLVED, at);
        } else if (!receiver.known() && isHttpModule(word) && REQUESTS.matcher(name).matches()) {
            chain.emit(word + "." + name, "external", Confidence.LITERAL, at);
        }
    }

    private void message(String name, int at, int paren) {
        if (!PUBLISHES.contains(name)) {
            return;
        }
        Meant message = arguments.argument(paren + 1);
        if (message.known()) {
            for (String handler : world.handlers().of(message)) {
                chain.emit(handler, "event", Confidence.RESOLVED, at);
            }
        }
    }

    private void session(Meant receiver, String name, int at, int paren) {
        boolean repository = name.equals("getRepository") || name.equals("getCustomRepository");
        if (EntityAccess.isSession(receiver) || repository) {
            Meant typed = arguments.typeArgument(at, paren);
            TypeNode named = typed.node() != null ? typed.node() : arguments.classAt(paren + 1);
            TypeNode entity = named != null ? named : arguments.argument(paren + 1).node();
            if (entity != null && !entity.isInterface()) {
                chain.entity(entity, at);
            }
        } else if (file.dialect() == Dialect.PYTHON && PYTHON_QUERIES.contains(name)) {
            python(at, paren);
        }
    }

    private void python(int at, int paren) {
        TypeNode named = arguments.classAt(paren + 1);
        if (EntityAccess.isPythonModel(named) && named != null) {
            chain.entity(named, at);
        }
    }

    private void prisma(String word, String name, int at) {
        String model = file.dialect() == Dialect.SCRIPT ? world.entities().prisma(word, name) : "";
        if (!model.isEmpty()) {
            chain.emit(model, "entity", Confidence.RESOLVED, at);
        }
    }

    /** Whether a member of an interface is done by another system. */
    boolean isClient(TypeNode type, Found method) {
        if (!type.isInterface()) {
            return false;
        }
        TypeDeclaration declaration = type.declaration();
        Member member = method.member();
        return declaration.annotations().stream()
                        .anyMatch(a -> CLIENT_INTERFACES.contains(a.simpleName()))
                || member.annotations().stream()
                        .anyMatch(a -> VERBS.contains(a.simpleName()) && !a.arguments().isEmpty());
    }
}
