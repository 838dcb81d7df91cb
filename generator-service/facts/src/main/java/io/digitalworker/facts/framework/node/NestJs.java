package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import java.util.List;

/** Endpoints of NestJS controllers, below the prefixes and versions of their applications. */
public final class NestJs implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        List<CodeFile> files = code.filesWith(Dialect.SCRIPT, "Controller");
        boolean nest =
                code.files(Dialect.SCRIPT).stream()
                        .flatMap(f -> f.imports().stream())
                        .anyMatch(i -> i.module().startsWith("@nestjs/"));
        if (nest && !files.isEmpty()) {
            new NestEndpoints(code, findings).all(code.files(Dialect.SCRIPT));
        }
    }
}
