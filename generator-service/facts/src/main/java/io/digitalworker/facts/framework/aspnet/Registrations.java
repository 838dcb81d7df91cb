package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Values;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final int MAX_NESTING = 12;
    private static final int MAX_CHAIN = 60;

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

    /** Calls whose lambdas handle requests. */
    private static final Set<String> HANDLED =
            Set.of(
                    "MapGet",
                    "MapPost",
                    "MapPut",
                    "MapDelete",
                    "MapPatch",
                    "MapMethods",
                    "MapFallback");

    private final Web web;
    private final List<Owner> owners = new ArrayList<>();
    private final Map<String, List<Owner>> registrars = new HashMap<>();
    private final Map<Owner, List<Context>> contexts = new HashMap<>();
    private final Map<Owner, List<Site>> sites = new HashMap<>();
    private final Set<Owner> open = new HashSet<>();

    /** A body of code: of a member, or the top-level statements of a file. */
    record Owner(CodeFile file, @Nullable TypeDeclaration type, @Nullable Member member) {
        /** The parameter that routes are registered with; -1 if there is none. */
        int builder() {
            List<Parameter> parameters = member == null ? List.of() : member.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                String type = TypeName.of(parameters.get(i).type()).simpleName();
                if (BUILDERS.contains(type) || type.endsWith("RouteBuilder")) {
                    return i;
                }
            }
            return -1;
        }

        /** Whether it may be called on its first parameter. */
        boolean extension() {
            return member != null && member.has("static") && member.signature().contains("(this ");
        }
    }

    /**
     * Where an owner's parameters stand for something.
     *
     * @param around the calls that are made on what the owner answers there
     */
    record Context(Scope scope, List<String> conditions, List<Placed> around) {}

    /** A call with the place where it stands. */
    record Placed(Call call, Scope scope) {}

    /**
     * A call in one context.
     *
     * @param outer the calls that are made on what it answers, the nearest first
     */
    record Site(
            Owner owner,
            Call call,
            List<Call> outer,
            Scope scope,
            Context context,
            List<String> conditions) {
        /** A call as such, in no context. */
        static Site alone(Owner owner, Call call, Scope scope) {
            Context context = new Context(scope, List.of(), List.of());
            return new Site(owner, call, List.of(), scope, context, List.of());
        }
    }

    Registrations(Web web) {
        this.web = web;
        for (CodeFile file : web.code().filesWith(Dialect.CSHARP, WORDS)) {
            if (!web.projects().tests(file)) {
                enter(file);
            }
        }
    }

    private void enter(CodeFile file) {
        if (!file.topLevel().isEmpty()) {
            owners.add(new Owner(file, null, null));
        }
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                boolean code =
                        member.kind() == MemberKind.METHOD
                                || member.kind() == MemberKind.CONSTRUCTOR
                                || member.kind() == MemberKind.FUNCTION;
                if (code && !member.body().isEmpty()) {
                    Owner owner = new Owner(file, type, member);
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
    List<Site> all() {
        List<Site> all = new ArrayList<>();
        for (Owner owner : owners) {
            if (registers(owner)) {
                for (Context context : contexts(owner)) {
                    all.addAll(walk(owner, context));
                }
            }
        }
        return all;
    }

    /** Those that a method of the archive, of this name and called with these, could be. */
    List<Owner> registrars(String name) {
        return registrars.getOrDefault(name, List.of());
    }

    private boolean registers(Owner owner) {
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

    private List<Context> contexts(Owner owner) {
        return contexts(owner, MAX_DEPTH);
    }

    private List<Context> contexts(Owner owner, int depth) {
        List<Context> known = contexts.get(owner);
        if (known != null) {
            return known;
        }
        List<Context> plain = List.of(new Context(scope(owner), List.of(), List.of()));
        if (owner.member() == null || owner.builder() < 0 || depth <= 0 || !open.add(owner)) {
            return plain;
        }
        List<Context> found = new ArrayList<>();
        for (Owner caller : owners) {
            if (!caller.equals(owner) && mentions(caller, owner)) {
                for (Context context : contexts(caller, depth - 1)) {
                    called(owner, caller, context, found);
                }
            }
        }
        open.remove(owner);
        List<Context> result = found.isEmpty() ? plain : List.copyOf(found);
        contexts.put(owner, result);
        return result;
    }

    private static Scope scope(Owner owner) {
        TypeDeclaration type = owner.type();
        Member member = owner.member();
        return type == null || member == null
                ? Scope.of(owner.file())
                : Scope.of(owner.file(), type, member);
    }

    private boolean mentions(Owner caller, Owner owner) {
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

    private void called(Owner owner, Owner caller, Context context, List<Context> found) {
        for (Site site : walk(caller, context)) {
            if (found.size() < MAX_CONTEXTS) {
                Scope bound = calls(site, owner);
                if (bound != null) {
                    found.add(new Context(bound, site.conditions(), around(site, owner)));
                }
            }
        }
    }

    /** What is called on the builder that an owner answers holds for all that it registers. */
    private static List<Placed> around(Site site, Owner owner) {
        List<Placed> around = new ArrayList<>(site.context().around());
        Member member = owner.member();
        boolean answers = member != null && !member.type().equals("void") && around.size() < 40;
        for (Call outer : answers ? site.outer() : List.<Call>of()) {
            if (outer.name().startsWith("Map") && !outer.name().equals("MapToApiVersion")) {
                break;
            }
            around.add(new Placed(outer, site.scope()));
        }
        return around;
    }

    /** The scope of an owner as a call makes it; null if the call is of something else. */
    @Nullable Scope calls(Site site, Owner owner) {
        Member member = owner.member();
        TypeDeclaration type = owner.type();
        if (member == null || type == null) {
            return null;
        }
        Call call = site.call();
        if (call.name().equals("Invoke")) {
            return reflected(site, owner, member, type);
        }
        if (!call.name().equals(member.name())) {
            return null;
        }
        Scope scope = site.scope();
        Expression receiver = call.receiver();
        boolean extends0 = owner.extension() && receiver != null && !isType(receiver, scope);
        boolean fits =
                extends0
                        ? fits(call, member, 1) && !textForDelegate(call, member, scope)
                        : fits(call, member, 0) && dispatches(call, owner, type, scope);
        return fits ? bound(owner, call, site, extends0) : null;
    }

    private static boolean fits(Call call, Member member, int skipped) {
        int most = member.parameters().size() - skipped;
        long least =
                member.parameters().stream()
                        .skip(skipped)
                        .filter(p -> p.defaultValue() == null)
                        .count();
        int given = call.arguments().size();
        boolean open = !member.parameters().isEmpty() && member.signature().contains("params ");
        return given <= (open ? 100 : most) && (given >= least || open);
    }

    /** An overload of the framework takes the pattern first, one of the archive the handler. */
    private boolean textForDelegate(Call call, Member member, Scope scope) {
        if (call.arguments().isEmpty() || member.parameters().size() < 2) {
            return false;
        }
        String wanted = member.parameters().get(1).type();
        boolean text = isText(call.arguments().get(0).value(), scope);
        boolean wantsText = wanted.replace("?", "").equals("string");
        boolean own = call.name().startsWith("Map");
        return own
                && text != wantsText
                && (text || isFunction(call.arguments().get(0).value(), scope));
    }

    private boolean isFunction(Expression value, Scope scope) {
        return value instanceof Lambda
                || web.symbol(value, scope).filter(Symbol.Function.class::isInstance).isPresent();
    }

    private boolean isText(Expression value, Scope scope) {
        Expression so = web.code().symbols().definition(value, scope).expression();
        boolean typed =
                web.symbol(value, scope)
                        .filter(s -> s instanceof Symbol.Typed t && t.type().startsWith("string"))
                        .isPresent();
        return so instanceof Expression.Text
                || so instanceof Expression.Template
                || typed
                || web.text(value, scope).known();
    }

    private boolean isType(Expression receiver, Scope scope) {
        return web.symbol(receiver, scope).filter(Symbol.Type.class::isInstance).isPresent();
    }

    /** Whether a call that is no extension may reach this method, dynamic dispatch included. */
    private boolean dispatches(Call call, Owner owner, TypeDeclaration type, Scope scope) {
        Expression receiver = call.receiver();
        if (receiver instanceof Name name && scope.bound().containsKey(name.name())) {
            Optional<Symbol> bound = web.symbol(receiver, scope);
            Located to = scope.bound().get(name.name());
            Optional<Symbol> symbol = to == null ? bound : web.symbol(to.expression(), to.scope());
            if (symbol.isPresent() && symbol.get() instanceof Symbol.Type named) {
                return named.declaration().equals(type);
            }
        }
        Optional<Symbol> target = web.symbol(call.function(), scope);
        if (target.isPresent() && target.get() instanceof Symbol.Function function) {
            return function.member().equals(owner.member())
                    || web.types().inherits(type, function.type().simpleName());
        }
        if (receiver == null || target.isPresent()) {
            return receiver == null && scope.type() != null && type.equals(scope.type());
        }
        boolean ofType =
                receiver instanceof Name name && Character.isUpperCase(name.name().charAt(0));
        String dotted = Web.dotted(receiver);
        String last = dotted.substring(dotted.lastIndexOf('.') + 1);
        return ofType ? last.equals(type.simpleName()) : !type.bases().isEmpty();
    }

    private Scope bound(Owner owner, Call call, Site site, boolean onReceiver) {
        Member member = owner.member();
        Scope inner = scope(owner);
        if (member == null) {
            return inner;
        }
        Scope outer = dispatched(site, owner);
        List<Parameter> parameters = member.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Expression receiver = call.receiver();
            Optional<Expression> given =
                    onReceiver && i == 0
                            ? Optional.ofNullable(receiver)
                            : Argument.of(
                                    call.arguments(), parameter.name(), onReceiver ? i - 1 : i);
            Expression fallback = parameter.defaultValue();
            if (given.isPresent()) {
                inner = inner.with(parameter.name(), new Located(given.get(), outer));
            } else if (fallback != null) {
                inner = inner.with(parameter.name(), new Located(fallback, Scope.of(owner.file())));
            }
        }
        for (int i = 0;
                i < Math.min(member.typeParameters().size(), call.typeArguments().size());
                i++) {
            Expression type = new Name(call.typeArguments().get(i), call.span());
            inner = inner.with(member.typeParameters().get(i), new Located(type, site.scope()));
        }
        return inner;
    }

    /** The caller's scope, in which what the call is made on is an object of the owner's type. */
    private Scope dispatched(Site site, Owner owner) {
        TypeDeclaration type = owner.type();
        if (type != null && site.call().receiver() instanceof Name name) {
            Optional<Symbol> symbol = web.symbol(name, site.scope());
            boolean open = symbol.isEmpty() || symbol.get() instanceof Symbol.Typed;
            if (open && Character.isLowerCase(name.name().charAt(0)) && !owner.extension()) {
                Expression made =
                        new Expression.Create(type.fullName(), List.of(), List.of(), name.span());
                return site.scope().with(name.name(), new Located(made, web.scope(type)));
            }
        }
        return site.scope();
    }

    /** {@code type.GetMethod(nameof(I.Map)).Invoke(null, [group])} for each type that is an I. */
    private @Nullable Scope reflected(Site site, Owner owner, Member member, TypeDeclaration type) {
        Call found = null;
        for (Expression e = site.call().receiver(); e != null && found == null; ) {
            found = e instanceof Call c && c.name().equals("GetMethod") ? c : null;
            e =
                    e instanceof Call c
                            ? c.receiver()
                            : e instanceof Select s
                                    ? s.target()
                                    : e instanceof Expression.Unary u ? u.operand() : null;
        }
        if (found == null || found.arguments().isEmpty() || site.call().arguments().size() < 2) {
            return null;
        }
        Expression named = found.arguments().get(0).value();
        String contract =
                named instanceof Call nameOf && !nameOf.arguments().isEmpty()
                        ? nameOf.arguments().get(0).value() instanceof Name whole
                                ? whole.name()
                                : ""
                        : "";
        int dot = contract.lastIndexOf('.');
        boolean fits =
                dot > 0
                        && contract.substring(dot + 1).equals(member.name())
                        && web.types()
                                .inherits(
                                        type, TypeName.of(contract.substring(0, dot)).simpleName());
        if (!fits) {
            return null;
        }
        Scope outer = site.scope();
        if (found.receiver() instanceof Name variable) {
            Name name = new Name(type.fullName(), variable.span());
            Call typeOf =
                    new Call(
                            new Name("typeof", variable.span()),
                            List.of(),
                            List.of(new Argument(null, name)),
                            variable.span());
            outer = outer.with(variable.name(), new Located(typeOf, web.scope(type)));
        }
        Scope inner = scope(owner);
        List<Expression> items = Values.itemsOf(site.call().arguments().get(1).value());
        for (int i = 0; i < Math.min(items.size(), member.parameters().size()); i++) {
            inner = inner.with(member.parameters().get(i).name(), new Located(items.get(i), outer));
        }
        return inner;
    }

    private static boolean builds(Parameter parameter) {
        return parameter.type().isEmpty()
                || BUILDERS.contains(TypeName.of(parameter.type()).simpleName());
    }

    // ---- walking

    private List<Site> walk(Owner owner, Context context) {
        boolean plain = context.scope().bound().isEmpty();
        List<Site> known = plain ? sites.get(owner) : null;
        if (known != null) {
            return known;
        }
        List<Site> found = new Walk(owner, context).read();
        if (plain) {
            sites.put(owner, found);
        }
        return found;
    }

    /** Goes through a body in one context. */
    private final class Walk {
        private final Owner owner;
        private final Context context;
        private final List<Site> found = new ArrayList<>();

        Walk(Owner owner, Context context) {
            this.owner = owner;
            this.context = context;
        }

        List<Site> read() {
            Member member = owner.member();
            Scope scope = context.scope();
            if (member != null && member.expressionBody()) {
                Expression value = owner.file().expression(member.body());
                expression(value, scope, context.conditions(), 0);
            } else {
                statements(scope.locals(), scope, context.conditions(), 0);
            }
            return found;
        }

        private void statements(
                List<Statement> statements, Scope scope, List<String> conditions, int nesting) {
            for (Statement statement : statements) {
                Set<String> all = new LinkedHashSet<>(conditions);
                all.addAll(statement.conditions());
                expression(statement.value(), scope, List.copyOf(all), nesting);
            }
        }

        private void expression(
                Expression root, Scope scope, List<String> conditions, int nesting) {
            IdentityHashMap<Call, Call> parents = new IdentityHashMap<>();
            List<Call> calls = new ArrayList<>();
            root.walk(
                    each -> {
                        if (each instanceof Call call) {
                            calls.add(call);
                            if (call.receiver() instanceof Call inner) {
                                parents.put(inner, call);
                            }
                        }
                    });
            for (Call call : calls) {
                if (interesting(call)) {
                    List<Call> outer = new ArrayList<>();
                    Call up = parents.get(call);
                    for (; up != null && outer.size() < MAX_CHAIN; up = parents.get(up)) {
                        outer.add(up);
                    }
                    found.add(
                            new Site(owner, call, List.copyOf(outer), scope, context, conditions));
                }
                if (nesting < MAX_NESTING) {
                    lambdas(call, scope, conditions, nesting);
                }
            }
        }

        private boolean interesting(Call call) {
            String name = call.name();
            return name.startsWith("Map")
                    || name.startsWith("Use")
                    || name.equals("Invoke")
                    || registrars.containsKey(name);
        }

        /** Code in lambdas that take a builder: their parameter is what the call is made on. */
        private void lambdas(Call call, Scope scope, List<String> conditions, int nesting) {
            if (HANDLED.contains(call.name())) {
                return;
            }
            for (Argument argument : call.arguments()) {
                if (argument.value() instanceof Lambda lambda && !lambda.parameters().isEmpty()) {
                    lambda(call, lambda, scope, conditions, nesting);
                }
            }
        }

        private void lambda(
                Call call, Lambda lambda, Scope scope, List<String> conditions, int nesting) {
            boolean branch = call.name().equals("Map") || call.name().equals("MapWhen");
            Expression receiver = call.receiver();
            Expression stands = branch || receiver == null ? call : receiver;
            Parameter first = lambda.parameters().get(0);
            Scope inner =
                    lambda.parameters().size() == 1 && builds(first)
                            ? scope.with(first.name(), new Located(stands, scope))
                            : scope;
            if (lambda.block()) {
                List<Statement> statements = owner.file().statements(lambda.body());
                statements(statements, inner.with(statements), conditions, nesting + 1);
            } else {
                Expression value = owner.file().expression(lambda.body());
                expression(value, inner, conditions, nesting + 1);
            }
        }
    }
}
