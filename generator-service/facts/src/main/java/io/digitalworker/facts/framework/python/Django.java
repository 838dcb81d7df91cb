package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;

/**
 * Django and its REST framework: URL configurations from their roots through includes and routers to
 * views, whose classes decide about the methods.
 */
public final class Django implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        if (!code.filesWith(Dialect.PYTHON, "urlpatterns").isEmpty()) {
            new UrlConfigurations(new Python(code), findings).all();
        }
    }
}
