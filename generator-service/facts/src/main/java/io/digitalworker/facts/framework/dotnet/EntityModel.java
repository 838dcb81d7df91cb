package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.declaration.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entities of all contexts of a code base, in the making. */
final class EntityModel {
    final CodeBase code;
    final ClrTypes types;
    final Set<TypeDeclaration> ignoredTypes = new HashSet<>();

    /** Types that are converted wherever they occur; their values are one column. */
    final Set<TypeDeclaration> convertedTypes = new HashSet<>();

    private final Map<TypeDeclaration, EntityDraft> drafts = new LinkedHashMap<>();

    EntityModel(CodeBase code) {
        this.code = code;
        this.types = new ClrTypes(code);
    }

    /** The draft of a class, made if there is none. */
    EntityDraft entity(TypeDeclaration type) {
        return drafts.computeIfAbsent(canonical(type), EntityDraft::new);
    }

    @Nullable EntityDraft known(TypeDeclaration type) {
        return drafts.get(canonical(type));
    }

    boolean ignores(TypeDeclaration type) {
        return ignoredTypes.contains(canonical(type));
    }

    boolean converts(TypeDeclaration type) {
        return convertedTypes.contains(canonical(type));
    }

    /** One declaration for all parts of a partial class. */
    TypeDeclaration canonical(TypeDeclaration type) {
        return code.symbols().types().parts(type).get(0);
    }

    List<EntityDraft> drafts() {
        return new ArrayList<>(drafts.values());
    }
}
