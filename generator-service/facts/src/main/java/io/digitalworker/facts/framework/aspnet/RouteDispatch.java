package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a call reaches a method of the archive that registers routes, and what its parameters then are. */
final class RouteDispatch {
    private final Web web;

    /** Read once: a method is bound anew in every context in which it is called. */
    private final Map<RouteOwner, Scope> bodies = new HashMap<>();

    private final ReflectedRoutes reflected;

    RouteDispatch(Web web) {
        this.web = web;
        this.reflected = new ReflectedRoutes(web);
    }

    /** The scope of an owner as a call makes it; null if the call is of something else. */
    @Nullable Scope calls(RouteSite site, RouteOwner owner) {
        Member member = owner.member();
        TypeDeclaration type = owner.type();
        if (member == null || type == null) {
            return null;
        }
        Call call = site.call();
        if (call.name().equals("Invoke")) {
            return reflected.bound(site, owner, member, type);
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
    private boolean dispatches(Call call, RouteOwner owner, TypeDeclaration type, Scope scope) {
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

    private Scope bound(RouteOwner owner, Call call, RouteSite site, boolean onReceiver) {
        Member member = owner.member();
        Scope inner = bodies.computeIfAbsent(owner, RouteOwner::scope);
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
    private Scope dispatched(RouteSite site, RouteOwner owner) {
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
}
