package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;

/** Endpoint classes of FastEndpoints: {@code Configure()} or attributes say where they are. */
public final class FastEndpoints implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        boolean used =
                code.files(Dialect.CSHARP).stream().anyMatch(file -> file.mayHold("FastEndpoints"));
        if (used) {
            new FastEndpointReader(new Web(code), findings).read();
        }
    }
}
