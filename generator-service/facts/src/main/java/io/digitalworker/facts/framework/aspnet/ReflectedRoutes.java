package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Values;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Methods that register routes and are called by reflection for each type of a kind. */
final class ReflectedRoutes {
    private final Web web;

    ReflectedRoutes(Web web) {
        this.web = web;
    }

    /** {@code type.GetMethod(nameof(I.Map)).Invoke(null, [group])} for each type that is an I. */
    @Nullable Scope bound(RouteSite site, RouteOwner owner, Member member, TypeDeclaration type) {
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
        Scope inner = owner.scope();
        List<Expression> items = Values.itemsOf(site.call().arguments().get(1).value());
        for (int i = 0; i < Math.min(items.size(), member.parameters().size()); i++) {
            inner = inner.with(member.parameters().get(i).name(), new Located(items.get(i), outer));
        }
        return inner;
    }
}
