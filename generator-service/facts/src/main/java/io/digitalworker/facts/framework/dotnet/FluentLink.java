package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.declaration.TypeDeclaration;
import org.jspecify.annotations.Nullable;

/** A relation while its chain is read. */
final class FluentLink {
    final EntityDraft from;
    final String field;
    final @Nullable TypeDeclaration to;
    final boolean many;
    String inverse = "";
    boolean inverseMany;
    boolean inverseTold;

    FluentLink(EntityDraft from, String field, @Nullable TypeDeclaration to, boolean many) {
        this.from = from;
        this.field = field;
        this.to = to;
        this.many = many;
    }

    String kind() {
        boolean manyHere = inverseTold ? inverseMany : !many;
        return (manyHere ? "many" : "one") + "-to-" + (many ? "many" : "one");
    }

    String inverseKind() {
        boolean manyHere = inverseTold ? inverseMany : !many;
        return (many ? "many" : "one") + "-to-" + (manyHere ? "many" : "one");
    }
}
