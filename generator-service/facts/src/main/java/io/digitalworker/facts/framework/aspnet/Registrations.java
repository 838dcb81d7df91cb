package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls by which code registers routes, each in every context in which it is made: the methods that
 * take a route builder are followed back to their callers, so that their parameters stand for what is
 * handed over. What nobody in the archive calls is taken to be called by the framework.
 */
final class Registrations {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_CONTEXTS = 400;

    /** Of callers that are handed a builder themselves; those that call each other have no end of contexts. */
    private static final int MAX_HANDED_ON = 100;

    private static final int MAX_SITES = 20_000;

    /** Words of files in which routes may be registered. */
    private static final String[] WORDS = {
        "IEndpointRouteBuilder",
        "RouteGroupBuilder",
        "WebApplication",
        "IApplicationBuilder",
        "IRouteBuilder",
        "RouteCollection",
        "UseEndpoints",
        "UseMvc",
        "MapGroup",
        "MapGet",
        "MapPost",
        "MapPut",
        "MapDelete",
        "MapPatch",
        "MapMethods",
        "MapControllerRoute",
        "MapRoute",
        "MapHttpRoute",
        "MapHub",
        "MapGrpcService",
        "IVersionedEndpointRouteBuilder",
        "HttpConfiguration",
        "MapControllers",
        "MapAreaControllerRoute"
    };

    static final Set<String> BUILDERS =
            Set.of(
                    "IEndpointRouteBuilder",
                    "RouteGroupBuilder",
                    "WebApplication",
                    "IApplicationBuilder",
                    "IRouteBuilder",
                    "RouteCollection",
                    "IVersionedEndpointRouteBuilder",
                    "HttpConfiguration",
                    "RouteHandlerBuilder",
                    "IEndpointConventionBuilder");
    private final Web web;
    private final RouteDispatch dispatch;
    private final List<RouteOwner> owners = new ArrayList<>();
    private final Map<String, List<RouteOwner>> registrars = new HashMap<>();
    private final Map<RouteOwner, List<RouteSite.Context>> contexts = new HashMap<>();
    private final Map<RouteOwner, List<RouteSite>> sites = new HashMap<>();
    private final Set<RouteOwner> open = new HashSet<>();

    Registrations(Web web) {
        this.web = web;
        this.dispatch = new RouteDispatch(web);
        for (CodeFile file : web.code().filesWith(Dialect.CSHARP, WORDS)) {
            if (!web.projects().tests(file)) {
                enter(file);
            }
        }
    }

    private void enter(CodeFile file) {
        if (!file.topLevel().isEmpty()) {
            owners.add(new RouteOwner(file, null, null));
        }
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                boolean code =
                        member.kind() == MemberKind.METHOD
                                || member.kind() == MemberKind.CONSTRUCTOR
                                || member.kind() == MemberKind.FUNCTION;
                if (code && !member.body().isEmpty()) {
                    RouteOwner owner = new RouteOwner(file, type, member);
                    owners.add(owner);
                    if (owner.builder() >= 0) {
                        registrars
                                .computeIfAbsent(member.name(), n -> new ArrayList<>())
                                .add(owner);
                    }
                }
            }
        }
    }

    /** All calls in all contexts whose names begin with {@code Map} or {@code Use}. */
    List<RouteSite> all() {
        List<RouteSite> all = new ArrayList<>();
        for (RouteOwner owner : owners) {
            if (registers(owner)) {
                for (RouteSite.Context context : contexts(owner)) {
                    if (all.size() < MAX_SITES) {
                        all.addAll(walk(owner, context));
                    }
                }
            }
        }
        return all;
    }

    /** Those that a method of the archive, of this name and called with these, could be. */
    List<RouteOwner> registrars(String name) {
        return registrars.getOrDefault(name, List.of());
    }

    /** The scope of an owner as a call makes it; null if the call is of something else. */
    @Nullable Scope calls(RouteSite site, RouteOwner owner) {
        return dispatch.calls(site, owner);
    }

    private boolean registers(RouteOwner owner) {
        Tokens tokens = owner.file().tokens();
        int from = owner.member() == null ? 0 : tokens.at(owner.member().body().start());
        int to = owner.member() == null ? tokens.size() : tokens.at(owner.member().body().end());
        for (int i = from; i < to; i++) {
            if (tokens.isWord(i) && (tokens.is(i + 1, '(') || tokens.is(i + 1, '<'))) {
                String word = tokens.word(i);
                if (word.startsWith("Map")
                        || word.startsWith("UseMvc")
                        || word.equals("UsePathBase")) {
                    return true;
                }
            }
        }
        return false;
    }

    // ---- contexts

    private List<RouteSite.Context> contexts(RouteOwner owner) {
        return contexts(owner, MAX_DEPTH);
    }

    private List<RouteSite.Context> contexts(RouteOwner owner, int depth) {
        List<RouteSite.Context> known = contexts.get(owner);
        if (known != null) {
            return known;
        }
        List<RouteSite.Context> plain =
                List.of(new RouteSite.Context(owner.scope(), List.of(), List.of()));
        if (owner.member() == null || owner.builder() < 0 || depth <= 0 || !open.add(owner)) {
            return plain;
        }
        List<RouteSite.Context> found = new ArrayList<>();
        int handedOn = 0;
        for (RouteOwner caller : owners) {
            if (!caller.equals(owner) && mentions(caller, owner)) {
                for (RouteSite.Context context : contexts(caller, depth - 1)) {
                    handedOn += context.scope().bound().isEmpty() ? 0 : 1;
                    if (handedOn <= MAX_HANDED_ON) {
                        called(owner, caller, context, found);
                    }
                }
            }
        }
        open.remove(owner);
        List<RouteSite.Context> result = found.isEmpty() ? plain : List.copyOf(found);
        contexts.put(owner, result);
        return result;
    }

    private boolean mentions(RouteOwner caller, RouteOwner owner) {
        Member member = owner.member();
        if (member == null || !caller.file().mayHold(member.name())) {
            return false;
        }
        Tokens tokens = caller.file().tokens();
        int from = caller.member() == null ? 0 : tokens.at(caller.member().body().start());
        int to = caller.member() == null ? tokens.size() : tokens.at(caller.member().body().end());
        for (int i = from; i < to; i++) {
            if (tokens.is(i, member.name())) {
                return web.projects().related(caller.file(), owner.file());
            }
        }
        return false;
    }

    private boolean mayHaveMore(List<RouteSite.Context> found) {
        return found.size() < MAX_CONTEXTS;
    }

    private void called(
            RouteOwner owner,
            RouteOwner caller,
            RouteSite.Context context,
            List<RouteSite.Context> found) {
        List<RouteSite> sites = mayHaveMore(found) ? walk(caller, context) : List.<RouteSite>of();
        for (RouteSite site : sites) {
            if (mayHaveMore(found)) {
                Scope bound = dispatch.calls(site, owner);
                if (bound != null) {
                    found.add(new RouteSite.Context(bound, site.conditions(), around(site, owner)));
                }
            }
        }
    }

    /** What is called on the builder that an owner answers holds for all that it registers. */
    private static List<RouteSite.Placed> around(RouteSite site, RouteOwner owner) {
        List<RouteSite.Placed> around = new ArrayList<>(site.context().around());
        Member member = owner.member();
        boolean answers = member != null && !member.type().equals("void") && around.size() < 40;
        for (Call outer : answers ? site.outer() : List.<Call>of()) {
            if (outer.name().startsWith("Map") && !outer.name().equals("MapToApiVersion")) {
                break;
            }
            around.add(new RouteSite.Placed(outer, site.scope()));
        }
        return around;
    }

    // ---- walking

    private List<RouteSite> walk(RouteOwner owner, RouteSite.Context context) {
        boolean plain = context.scope().bound().isEmpty();
        List<RouteSite> known = plain ? sites.get(owner) : null;
        if (known != null) {
            return known;
        }
        List<RouteSite> found = new RegistrationWalk(owner, context, registrars.keySet()).read();
        if (plain) {
            sites.put(owner, found);
        }
        return found;
    }
}
