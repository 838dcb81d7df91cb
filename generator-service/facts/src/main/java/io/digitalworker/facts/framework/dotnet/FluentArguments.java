package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import java.util.List;
import java.util.Optional;

/** The types and members that calls of the fluent API are given. */
record FluentArguments(EntityModel model) {
    Optional<TypeDeclaration> typeOf(EntityDraft entity, String field) {
        return model.types
                .property(entity.type, field)
                .flatMap(p -> model.types.find(p.element(), p.owner()));
    }

    /** Of {@code Entity<T>()}, {@code Entity(typeof(T))}; of the last one if there are several. */
    Optional<TypeDeclaration> typeArgument(Call call, Scope scope) {
        Optional<TypeDeclaration> inside = Optional.ofNullable(scope.type());
        if (!call.typeArguments().isEmpty()) {
            String last = call.typeArguments().get(call.typeArguments().size() - 1);
            return model.types.find(last, scope.file(), inside).filter(ClrTypes::isClass);
        }
        boolean typeof =
                !call.arguments().isEmpty()
                        && call.arguments().get(0).value() instanceof Call inner
                        && inner.name().equals("typeof");
        if (!typeof) {
            return Optional.empty();
        }
        Call inner = (Call) call.arguments().get(0).value();
        return inner.arguments().isEmpty()
                ? Optional.empty()
                : model.types.find(
                        TypeName.of(written(inner, scope.file())).name(), scope.file(), inside);
    }

    private static String written(Call call, CodeFile file) {
        return file.text(call.arguments().get(0).value().span());
    }

    List<String> members(Call call, Scope scope) {
        List<Argument> naming =
                call.name().equals("HasIndex")
                                && call.arguments().size() > 1
                                && call.arguments().get(0).value() instanceof Lambda
                        ? call.arguments().subList(0, 1)
                        : call.arguments();
        return Lambdas.members(naming, scope, model.code.values()::text);
    }

    static boolean isFalse(Call call) {
        return !call.arguments().isEmpty()
                && call.arguments().get(0).value() instanceof Name name
                && name.name().equals("false");
    }
}
