package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import java.util.Set;

/** Rules of class-validator's decorators, and of schemas of zod, yup and joi. */
public final class ScriptValidations implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        FoundRules rules = new FoundRules(code, findings);
        ClassRules ofClasses = new ClassRules(rules);
        for (CodeFile file : code.files(Dialect.SCRIPT)) {
            boolean classes =
                    file.imports().stream().anyMatch(i -> i.module().equals("class-validator"));
            String library = library(file);
            if (classes || decorated(file)) {
                file.types().forEach(type -> ofClasses.read(type, file));
            }
            if (!library.isEmpty() && !TestFiles.is(file.path())) {
                new SchemaRules(file, library, rules).all();
            }
        }
    }

    private static boolean decorated(CodeFile file) {
        return file.mayHold("IsNotEmpty") || file.mayHold("IsString") || file.mayHold("IsEmail");
    }

    private static String library(CodeFile file) {
        for (var each : file.imports()) {
            String module = each.module();
            if (Set.of("zod", "yup", "joi", "@hapi/joi").contains(module)
                    || module.startsWith("zod/")) {
                return module.endsWith("joi") ? "joi" : module.startsWith("zod") ? "zod" : "yup";
            }
            if (module.equals("celebrate") || module.equals("@hono/zod-openapi")) {
                return module.equals("celebrate") ? "joi" : "zod";
            }
        }
        return "";
    }
}
