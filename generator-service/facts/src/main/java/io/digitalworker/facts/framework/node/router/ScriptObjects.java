package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.node.router.Thing.At;
import io.digitalworker.facts.framework.node.router.Thing.ClassOf;
import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Fields;
import io.digitalworker.facts.framework.node.router.Thing.Foreign;
import io.digitalworker.facts.framework.node.router.Thing.ModuleOf;
import io.digitalworker.facts.framework.node.router.Thing.Router;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects and classes: what they have under a name, and how they are made. */
final class ScriptObjects {
    private static final Span NOWHERE = new Span(0, 0);
    private final CodeBase code;
    private final RouterCalls routers;
    private final ScriptRun run;

    ScriptObjects(CodeBase code, RouterCalls routers, ScriptRun run) {
        this.code = code;
        this.routers = routers;
        this.run = run;
    }

    Thing member(Thing target, String name) {
        if (target instanceof Fields fields) {
            Thing own = fields.fields.get(name);
            return own != null ? own : ofClass(fields, name);
        }
        if (target instanceof ModuleOf module) {
            return run.modules.exported(module.file(), name);
        }
        if (target instanceof ClassOf type) {
            return ofStatic(type, name);
        }
        if (target instanceof Foreign foreign) {
            boolean main = name.equals("default");
            String path = foreign.member().isEmpty() ? name : foreign.member() + "." + name;
            return main || path.length() > 200 ? foreign : new Foreign(foreign.module(), path);
        }
        if (target instanceof Text text && name.equals("length")) {
            return new Text(String.valueOf(text.text().length()), text.known(), false);
        }
        boolean passing = target instanceof Router || target instanceof At;
        return passing ? Thing.UNKNOWN : name.equals("default") ? target : Thing.UNKNOWN;
    }

    private Thing ofClass(Fields object, String name) {
        TypeDeclaration type = object.type;
        Member member = type == null ? null : method(type, name);
        if (type == null || member == null) {
            return Thing.UNKNOWN;
        }
        CodeFile file = code.file(member.evidence().path()).orElseThrow();
        Environment around = new Environment(run.modules.module(file), file, NOWHERE, object);
        Closure closure = run.names.closure(file, member, around);
        return member.has("get") ? run.invoke(closure, List.of(), object) : closure;
    }

    private @Nullable Member method(TypeDeclaration type, String name) {
        for (TypeDeclaration each : code.symbols().types().lineage(type)) {
            for (Member member : each.members()) {
                if (member.name().equals(name) && ScriptNames.isFunction(member)) {
                    return member;
                }
            }
        }
        return null;
    }

    private Thing ofStatic(ClassOf type, String name) {
        for (TypeDeclaration each : code.symbols().types().lineage(type.type())) {
            CodeFile file = code.fileOf(each);
            for (Member member : each.members()) {
                if (!member.name().equals(name)) {
                    continue;
                }
                Environment around = new Environment(run.modules.module(file), file, NOWHERE, type);
                if (ScriptNames.isFunction(member)) {
                    return run.names.closure(file, member, around);
                }
                if (!member.initializer().isEmpty()) {
                    return run.expressions.eval(file.expression(member.initializer()), around);
                }
            }
        }
        return Thing.UNKNOWN;
    }

    Thing create(Create create, Environment env) {
        List<RouterNode.Given> given = run.calls.given(create.arguments(), env);
        String written = create.type().replaceAll("<.*", "");
        Thing type = run.names.look(written.replaceAll("\\..*", ""), env);
        for (String part : written.split("\\.", -1)) {
            type = written.startsWith(part) ? type : member(type, part);
        }
        if (type instanceof ModuleOf module) {
            type = run.modules.exported(module.file(), "default");
        }
        if (type instanceof ClassOf known) {
            return construct(known, given.stream().map(RouterNode.Given::thing).toList());
        }
        if (type instanceof Foreign foreign) {
            Call call =
                    new Call(
                            new Name(written, create.span()),
                            List.of(),
                            create.arguments(),
                            create.span());
            return routers.foreign(foreign, given, call, env);
        }
        if (type instanceof Closure closure) {
            Fields self = new Fields(null);
            Thing result =
                    run.invoke(closure, given.stream().map(RouterNode.Given::thing).toList(), self);
            return result instanceof Thing.Unknown ? self : result;
        }
        return Thing.UNKNOWN;
    }

    Thing construct(ClassOf type, List<Thing> arguments) {
        String key = "new " + ScriptRun.key(type.file(), type.type().span());
        if (!run.mayEnter(key, 1)) {
            return Thing.UNKNOWN;
        }
        run.called(type.file(), type.type().span());
        Fields self = new Fields(type.type());
        List<TypeDeclaration> lineage = code.symbols().types().lineage(type.type());
        run.enter(key);
        for (int i = lineage.size() - 1; i >= 0; i--) {
            initialize(lineage.get(i), self);
        }
        constructor(lineage, 0, arguments, self);
        run.leave();
        return self;
    }

    private void initialize(TypeDeclaration type, Fields self) {
        CodeFile file = code.fileOf(type);
        Environment env = new Environment(run.modules.module(file), file, NOWHERE, self);
        for (Member member : type.members()) {
            if (!member.initializer().isEmpty() && !member.has("static")) {
                self.fields.put(
                        member.name(),
                        run.expressions.eval(file.expression(member.initializer()), env));
            }
        }
    }

    /** Runs the nearest constructor from a place of the lineage on. */
    private void constructor(
            List<TypeDeclaration> lineage, int from, List<Thing> arguments, Fields self) {
        for (int i = from; i < lineage.size(); i++) {
            TypeDeclaration type = lineage.get(i);
            for (Member member : type.members()) {
                if (member.kind() == MemberKind.CONSTRUCTOR && !member.body().isEmpty()) {
                    enter(type, member, arguments, self);
                    return;
                }
            }
        }
    }

    private void enter(
            TypeDeclaration type, Member constructor, List<Thing> arguments, Fields self) {
        CodeFile file = code.fileOf(type);
        Environment around = new Environment(run.modules.module(file), file, NOWHERE, self);
        around.names.put("super", new ClassOf(file, type));
        List<Thing> injected = new ArrayList<>();
        for (int i = 0; i < constructor.parameters().size(); i++) {
            Thing given = i < arguments.size() ? arguments.get(i) : Thing.UNKNOWN;
            Parameter parameter = constructor.parameters().get(i);
            Thing value = given instanceof Thing.Unknown ? injected(parameter, file) : given;
            injected.add(value);
            boolean field =
                    type.members().stream()
                            .anyMatch(
                                    m ->
                                            m.kind() == MemberKind.FIELD
                                                    && m.name().equals(parameter.name()));
            if (field) {
                self.fields.put(parameter.name(), value);
            }
        }
        run.invoke(run.names.closure(file, constructor, around), injected, self);
    }

    private Thing injected(Parameter parameter, CodeFile file) {
        if (parameter.type().isEmpty() || parameter.type().endsWith("]")) {
            return Thing.UNKNOWN;
        }
        return code.symbols()
                .types()
                .find(parameter.type(), file)
                .filter(type -> type.kind() == TypeKind.CLASS)
                .map(type -> construct(new ClassOf(code.fileOf(type), type), List.of()))
                .orElse(Thing.UNKNOWN);
    }

    void superCall(Call call, Environment env) {
        Environment home = env.knowing("super");
        Thing type = home == null ? null : home.names.get("super");
        if (type instanceof ClassOf known && env.self instanceof Fields self) {
            List<Thing> arguments = ScriptCalls.things(run.calls.given(call.arguments(), env));
            constructor(code.symbols().types().lineage(known.type()), 1, arguments, self);
        }
    }
}
