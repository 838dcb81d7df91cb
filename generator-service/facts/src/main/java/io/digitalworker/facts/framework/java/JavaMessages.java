package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Messages and events: Spring's listeners and templates, its application events, SmallRye's channels
 * (with the topics that settings give them) and CDI's events.
 */
public final class JavaMessages implements Framework {
    @Override
    public void extract(CodeBase base, Findings findings) {
        List<String> words = new ArrayList<>(JavaListeners.LISTENERS.keySet());
        words.addAll(JavaListeners.EVENTS);
        words.addAll(JavaSends.TEMPLATES.keySet());
        words.addAll(
                List.of(
                        "publishEvent",
                        "Incoming",
                        "Outgoing",
                        "Channel",
                        "Observes",
                        "fire",
                        "ObservesAsync",
                        "fireAsync"));
        String[] all = words.toArray(String[]::new);
        if (!JavaCode.holds(base, all)) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        JavaListeners listeners = new JavaListeners(code, findings);
        for (TypeDeclaration type : code.with(all)) {
            type.members().forEach(member -> listeners.member(type, member));
        }
        Set<String> calls = Set.of("publishEvent", "fire", "fireAsync");
        JavaBodies.calls(
                        code.files(all),
                        call ->
                                calls.contains(call.name())
                                        || JavaSends.SENDS.contains(call.name()))
                .forEach(new JavaSends(code, findings)::sent);
    }
}
