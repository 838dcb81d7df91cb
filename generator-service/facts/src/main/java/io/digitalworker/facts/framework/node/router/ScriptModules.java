package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.node.router.Thing.ClassOf;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Fields;
import io.digitalworker.facts.framework.node.router.Thing.Foreign;
import io.digitalworker.facts.framework.node.router.Thing.ModuleOf;
import io.digitalworker.facts.syntax.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the modules of a run give each other: each runs once, when it is first asked for something. */
final class ScriptModules {
    private static final int MAX_HOPS = 200;
    private final CodeBase code;
    private final Packages packages;
    private final ScriptRun run;
    private final Map<String, Environment> modules = new HashMap<>();
    private final Map<String, Fields> exports = new HashMap<>();
    private final Map<String, Thing> mains = new HashMap<>();

    ScriptModules(CodeBase code, ScriptRun run) {
        this.code = code;
        this.packages = Packages.of(code);
        this.run = run;
    }

    Environment module(CodeFile file) {
        Environment known = modules.get(file.path());
        if (known != null) {
            return known;
        }
        Environment fresh =
                new Environment(null, file, new Span(0, Integer.MAX_VALUE), Thing.UNKNOWN);
        modules.put(file.path(), fresh);
        exports.put(file.path(), new Fields(null));
        if (!run.tooDeep()) {
            run.enter(file.path());
            run.statements.run(file.topLevel(), fresh);
            run.leave();
        }
        return fresh;
    }

    Thing required(String name, CodeFile from) {
        Optional<CodeFile> file =
                packages.foreign(name)
                        ? Optional.empty()
                        : name.startsWith("/")
                                ? code.file(name.substring(1))
                                : code.symbols().module(name, from);
        if (file.isEmpty() || file.get().dialect() != from.dialect()) {
            return new Foreign(name, "");
        }
        module(file.get());
        return new ModuleOf(file.get());
    }

    /** Each module is asked once for a name, as modules may export each other and themselves. */
    private record Asked(CodeFile file, String name) {}

    /** What a module gives under a name; {@code default} also of CommonJS. */
    Thing exported(CodeFile file, String name) {
        return exported(file, name, new HashSet<>());
    }

    private Thing exported(CodeFile file, String name, Set<Asked> asked) {
        if (asked.size() >= MAX_HOPS || !asked.add(new Asked(file, name))) {
            return Thing.UNKNOWN;
        }
        Environment module = module(file);
        Thing main = mains.get(file.path());
        Thing own = ofExports(file, name);
        if (name.equals("default")) {
            return main != null ? main : own != null ? own : defaultOf(file, module, asked);
        }
        if (own != null) {
            return own;
        }
        Thing ofMain = main == null ? Thing.UNKNOWN : ofMain(main, name, asked);
        if (!(ofMain instanceof Thing.Unknown)) {
            return ofMain;
        }
        Thing declared = module.names.get(name);
        declared = declared != null ? declared : run.names.declared(name, module);
        return declared != null ? declared : reexported(file, name, asked);
    }

    private Thing ofMain(Thing main, String name, Set<Asked> asked) {
        return main instanceof ModuleOf module
                ? exported(module.file(), name, asked)
                : run.objects.member(main, name);
    }

    private @Nullable Thing ofExports(CodeFile file, String name) {
        Fields fields = exports.get(file.path());
        return fields == null ? null : fields.fields.get(name);
    }

    private Thing defaultOf(CodeFile file, Environment module, Set<Asked> asked) {
        for (TypeDeclaration type : file.types()) {
            if (type.kind() != TypeKind.FILE && type.has("default")) {
                return new ClassOf(file, type);
            }
        }
        for (Member member : file.functions()) {
            if (member.has("default") && ScriptNames.isFunction(member)) {
                return run.names.closure(file, member, module);
            }
        }
        Thing again = reexported(file, "default", asked);
        return again instanceof Thing.Unknown ? new ModuleOf(file) : again;
    }

    private Thing reexported(CodeFile file, String name, Set<Asked> asked) {
        for (Import each : file.imports()) {
            boolean star = each.name().equals("*") && each.alias().isEmpty();
            if (!each.reexport() || !(each.alias().equals(name) || star)) {
                continue;
            }
            if (each.module().isEmpty() && !each.name().equals(name)) {
                return run.names.look(each.name(), module(file));
            }
            Thing home = each.module().isEmpty() ? Thing.UNKNOWN : required(each.module(), file);
            Thing found = ofModule(home, star ? name : each.name(), asked);
            if (!(found instanceof Thing.Unknown)) {
                return found;
            }
        }
        return Thing.UNKNOWN;
    }

    Thing ofModule(Thing home, String name) {
        return ofModule(home, name, new HashSet<>());
    }

    private Thing ofModule(Thing home, String name, Set<Asked> asked) {
        if (home instanceof ModuleOf module) {
            return name.equals("*") || name.isEmpty()
                    ? whole(module)
                    : exported(module.file(), name, asked);
        }
        if (home instanceof Foreign foreign) {
            boolean all = name.equals("*") || name.isEmpty() || name.equals("default");
            return all ? foreign : new Foreign(foreign.module(), name);
        }
        return home;
    }

    private Thing whole(ModuleOf module) {
        Thing main = mains.get(module.file().path());
        return main != null && module.file().mayHold("module") ? main : module;
    }

    Fields exportsOf(CodeFile file) {
        return exports.computeIfAbsent(file.path(), p -> new Fields(null));
    }

    /** What the module itself is when it is required: {@code module.exports = …}. */
    @Nullable Thing main(CodeFile file) {
        return mains.get(file.path());
    }

    void main(CodeFile file, Thing value) {
        mains.put(file.path(), value);
    }
}
