package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What .NET containers give out, and what the constructors of those classes ask for. */
public final class DotnetServices implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        List<Registration> all = new ArrayList<>(Registrations.of(code));
        all.addAll(AutofacRegistrations.of(code));
        for (Registration each : all) {
            var place = each.file().evidence(each.span());
            if (each.problem().isEmpty()) {
                findings.add(
                        new Service(
                                each.name(),
                                each.contract(),
                                each.lifetime(),
                                each.framework(),
                                uses(code, each),
                                each.literal() ? Confidence.LITERAL : Confidence.RESOLVED,
                                place));
            } else {
                String expression = each.file().text(each.span());
                findings.unresolved("service", expression, each.problem(), place);
            }
        }
    }

    private static List<String> uses(CodeBase code, Registration registration) {
        String name = Registration.bare(registration.name());
        Optional<TypeDeclaration> type = code.symbols().types().find(name, registration.file());
        return type.map(found -> injected(code, found)).orElse(List.of());
    }

    /** The types that the constructor with most parameters takes. */
    private static List<String> injected(CodeBase code, TypeDeclaration type) {
        List<String> most = List.of();
        for (TypeDeclaration part : code.symbols().types().parts(type)) {
            for (Member member : part.members()) {
                boolean more = member.parameters().size() > most.size();
                boolean shared = !member.has("static") && !member.has("private");
                if (member.kind() == MemberKind.CONSTRUCTOR && more && shared) {
                    most =
                            member.parameters().stream()
                                    .map(p -> Registration.plain(p.type()))
                                    .toList();
                }
            }
        }
        return most;
    }
}
