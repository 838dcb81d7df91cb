package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Transition;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.state.Origins.Origin;
import io.digitalworker.facts.framework.state.Setters.Position;
import io.digitalworker.facts.framework.state.Setters.Setter;
import io.digitalworker.facts.framework.state.StateOwners.Owned;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the statements of one body do to fields with states. */
final class Changes {
    static final String CHANGE = "change";
    static final String INITIAL = "initial";

    private static final Set<String> NOTHING = Set.of("null", "None", "undefined", "default");

    private final CodeBase code;
    private final StateOwners owners;
    private final Setters setters;
    private final Findings findings;
    private final Scope scope;
    private final StateValues values;
    private final Origins origins;

    Changes(
            CodeBase code,
            StateOwners owners,
            Setters setters,
            Findings findings,
            Scope scope,
            List<Statement> statements) {
        this.code = code;
        this.owners = owners;
        this.setters = setters;
        this.findings = findings;
        this.scope = scope;
        this.values = new StateValues(code);
        this.origins = new Origins(statements, scope, values);
    }

    /**
     * A field of an object is set.
     *
     * @param object null for a plain name
     */
    void assigned(
            String name, @Nullable Expression object, Expression value, int number, Span span) {
        List<StateField> fields = owners.named(name);
        boolean nothing = value instanceof Name word && NOTHING.contains(word.name());
        if (fields.isEmpty() || nothing) {
            return;
        }
        String place = Place.of(object);
        Optional<Owned> owned = owned(object, place, fields, value);
        if (owned.isEmpty()) {
            return;
        }
        StateField field = owned.get().field();
        boolean makes = "".equals(place) && isConstructor();
        if (makes) {
            initial(field, value, span);
        } else {
            change(owned.get(), place, value, number, span);
        }
    }

    private Optional<Owned> owned(
            @Nullable Expression object,
            @Nullable String place,
            List<StateField> fields,
            Expression value) {
        TypeDeclaration around = scope.type();
        if (object == null || "".equals(place)) {
            List<StateField> bare =
                    object != null ? fields : fields.stream().filter(StateField::isBare).toList();
            return around == null || around.kind() == TypeKind.FILE
                    ? Optional.empty()
                    : owners.of(around, bare).map(field -> new Owned(field, true));
        }
        List<StateField> fitting = new ArrayList<>();
        for (StateField field : fields) {
            if (!values.of(value, scope, field.states()).isEmpty()) {
                fitting.add(field);
            }
        }
        Optional<Owned> fits = owners.of(object, scope, fitting);
        return fits.isPresent() ? fits : owners.of(object, scope, fields).filter(Owned::sure);
    }

    private boolean isConstructor() {
        Member member = scope.member();
        return member != null && Setters.constructs(member);
    }

    /** {@code new Order { Status = A }}, {@code new Order(A)}. */
    void created(Create create) {
        Optional<TypeDeclaration> type =
                code.symbols()
                        .types()
                        .find(create.type(), scope.file(), Optional.ofNullable(scope.type()));
        if (type.isEmpty()) {
            return;
        }
        for (Argument argument : create.initializer()) {
            String name = argument.name() == null ? "" : argument.name();
            owners.of(type.get(), owners.named(name))
                    .ifPresent(field -> made(field, argument.value()));
        }
        handedOver(type.get(), create.arguments());
    }

    private void handedOver(TypeDeclaration type, List<Argument> arguments) {
        for (Setter setter : setters.named(type.simpleName())) {
            if (setter.constructor() && setter.field().belongsTo(type, code)) {
                setter.value().in(arguments).ifPresent(value -> made(setter.field(), value));
            }
        }
    }

    private void made(StateField field, Expression value) {
        boolean nothing = value instanceof Name word && NOTHING.contains(word.name());
        if (!nothing) {
            initial(field, value, value.span());
        }
    }

    /** Setters, builders, and what Python makes by calling the class. */
    void called(Call call, int number) {
        for (Setter setter : setters.named(call.name())) {
            if (!setter.constructor()) {
                set(call, setter, number);
            }
        }
        built(call);
        TypeDeclaration made = madeBy(call);
        if (made != null) {
            for (Argument argument : call.arguments()) {
                String name = argument.name() == null ? "" : argument.name();
                owners.of(made, owners.named(name))
                        .ifPresent(field -> made(field, argument.value()));
            }
            handedOver(made, call.arguments());
        }
    }

    private void set(Call call, Setter setter, int number) {
        Optional<Expression> value = setter.value().in(call.arguments());
        Position given = setter.object();
        Optional<Expression> object =
                given == null ? Optional.ofNullable(call.receiver()) : given.in(call.arguments());
        if (value.isEmpty() || (given != null && object.isEmpty())) {
            return;
        }
        Expression receiver = object.orElse(null);
        String place = Place.of(receiver);
        owned(receiver, place, List.of(setter.field()), value.get())
                .ifPresent(
                        owned -> {
                            if ("".equals(place) && isConstructor()) {
                                initial(owned.field(), value.get(), call.span());
                            } else {
                                change(owned, place, value.get(), number, call.span());
                            }
                        });
    }

    /** {@code Order.builder().status(A)}. */
    private void built(Call call) {
        List<StateField> fields = owners.named(call.name());
        if (fields.isEmpty() || call.arguments().size() != 1) {
            return;
        }
        Expression at = call.receiver();
        while (at instanceof Call inner && !inner.name().equals("builder")) {
            at = inner.receiver();
        }
        Expression type = at instanceof Call builder ? builder.receiver() : null;
        String place = Place.of(type);
        if (type == null || place == null) {
            return;
        }
        code.symbols()
                .types()
                .find(place, scope.file(), Optional.ofNullable(scope.type()))
                .flatMap(found -> owners.of(found, fields))
                .ifPresent(field -> made(field, call.arguments().get(0).value()));
    }

    /** The class that a call of Python makes an object of; {@code Order.objects.create} too. */
    private @Nullable TypeDeclaration madeBy(Call call) {
        Expression function = call.function();
        boolean manager =
                function instanceof Select create
                        && create.name().equals("create")
                        && create.target() instanceof Select objects
                        && objects.name().equals("objects");
        Expression type = manager ? ((Select) ((Select) function).target()).target() : function;
        String place = Place.of(type);
        if (place == null || place.isEmpty() || call.arguments().isEmpty()) {
            return null;
        }
        boolean capital = Character.isUpperCase(place.charAt(place.lastIndexOf('.') + 1));
        return capital
                ? code.symbols()
                        .types()
                        .find(place, scope.file(), Optional.ofNullable(scope.type()))
                        .orElse(null)
                : null;
    }

    // ---- facts

    private void initial(StateField field, Expression value, Span span) {
        List<String> states = values.of(value, scope, field.states());
        if (states.isEmpty()) {
            unresolved(field, value, span);
        }
        for (String to : states) {
            add(field, INITIAL, "", to, Confidence.RESOLVED, span);
        }
    }

    private void change(
            Owned owned, @Nullable String place, Expression value, int number, Span span) {
        StateField field = owned.field();
        List<String> states = values.of(value, scope, field.states());
        if (states.isEmpty()) {
            unresolved(field, value, span);
        }
        Origin origin = origins.before(number, field, place);
        Span reach = Origins.reach(origin, span);
        Confidence confidence = owned.sure() ? Confidence.RESOLVED : Confidence.HEURISTIC;
        for (String to : states) {
            List<String> from = origin.states().stream().filter(s -> !s.equals(to)).toList();
            if (origin.states().isEmpty()) {
                add(field, CHANGE, "", to, confidence, reach);
            }
            from.forEach(state -> add(field, CHANGE, state, to, confidence, reach));
        }
        if (place != null) {
            origins.set(field, place, number, states.size() == 1 ? states.get(0) : "");
        }
    }

    private void add(
            StateField field, String kind, String from, String to, Confidence sure, Span span) {
        findings.add(
                new Transition(
                        field.entity(),
                        field.name(),
                        kind,
                        from,
                        to,
                        caller(),
                        sure,
                        scope.file().evidence(span)));
    }

    private String caller() {
        Member member = scope.member();
        return member == null ? scope.file().file().name() : member.qualifiedName();
    }

    /** A parameter that a setter puts into its field is known where the setter is called. */
    private void unresolved(StateField field, Expression value, Span span) {
        Member member = scope.member();
        TypeDeclaration type = scope.type();
        boolean handedOver =
                member != null
                        && type != null
                        && value instanceof Name name
                        && setters.isSetter(field, member, type, name.name());
        if (!handedOver) {
            CodeFile file = scope.file();
            findings.unresolved(
                    "transition",
                    file.text(span),
                    "not one of the states of " + field.entity() + "." + field.name(),
                    file.evidence(span));
        }
    }
}
