package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.node.router.Thing.ClassOf;
import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Foreign;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.syntax.Span;
import org.jspecify.annotations.Nullable;

/** What a name stands for where it is written: a variable, a function or class around it, an import. */
final class ScriptNames {
    private final ScriptRun run;

    ScriptNames(ScriptRun run) {
        this.run = run;
    }

    Thing look(String name, Environment from) {
        Environment home = from.knowing(name);
        if (home != null) {
            Thing thing = home.names.get(name);
            return thing == null ? Thing.UNKNOWN : thing;
        }
        Thing declared = declared(name, from);
        if (declared != null) {
            return declared;
        }
        for (Import each : from.file.imports()) {
            if (each.alias().equals(name) && !each.module().isEmpty()) {
                return run.modules.ofModule(
                        run.modules.required(each.module(), from.file), each.name());
            }
        }
        return global(name, from);
    }

    Thing global(String name, Environment from) {
        return switch (name) {
            case "__dirname" -> new Text("/" + from.file.file().directory(), true, false);
            case "__filename" -> new Text("/" + from.file.path(), true, false);
            case "exports" -> run.modules.exportsOf(from.file);
            case "undefined", "null", "true", "false", "NaN" -> Thing.UNKNOWN;
            default -> new Foreign("", name);
        };
    }

    /** A function or class that is declared around the place. */
    @Nullable Thing declared(String name, Environment from) {
        CodeFile file = from.file;
        if (!file.mayHold(name)) {
            return null;
        }
        Member best = null;
        for (Member member : file.functions()) {
            boolean plain = member.name().equals(name) && isFunction(member);
            if (plain && sees(from, member) && (best == null || deeper(member, best))) {
                best = member;
            }
        }
        if (best != null) {
            return closure(file, best, homeOf(best, from));
        }
        for (TypeDeclaration type : file.types()) {
            boolean named = type.simpleName().equals(name) && type.kind() == TypeKind.CLASS;
            if (named) {
                return new ClassOf(file, type);
            }
        }
        return null;
    }

    private static boolean deeper(Member member, Member than) {
        return member.qualifiedName().length() > than.qualifiedName().length();
    }

    /** Methods of object literals are no names; functions in functions are, from within. */
    private static boolean sees(Environment from, Member member) {
        if (member.qualifiedName().equals(member.name())) {
            return true;
        }
        for (Environment each = from; each != null && each.outer != null; each = each.outer) {
            if (each.file == from.file && each.span.contains(member.span())) {
                return true;
            }
        }
        return false;
    }

    private Environment homeOf(Member member, Environment from) {
        for (Environment each = from; each != null; each = each.outer) {
            if (each.file == from.file && each.span.contains(member.span())) {
                return each;
            }
        }
        return run.modules.module(from.file);
    }

    static boolean isFunction(Member member) {
        return (member.kind() == MemberKind.FUNCTION || member.kind() == MemberKind.METHOD)
                && !member.body().isEmpty();
    }

    Closure closure(CodeFile file, Member member, Environment around) {
        return new Closure(
                member.qualifiedName(),
                file,
                member.parameters(),
                !member.expressionBody(),
                inner(file, member),
                around);
    }

    /** The same place as a function expression's body. */
    private static Span inner(CodeFile file, Member member) {
        Span body = member.body();
        boolean braces = !member.expressionBody() && file.text().startsWith("{", body.start());
        return braces ? file.syntax().inside(file.tokens().at(body.start())) : body;
    }
}
