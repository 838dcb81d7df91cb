package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of which entity a type gives access to. */
final class EntityAccess {
    private static final int MAX_STEPS = 10;
    private static final Pattern REPOSITORY =
            Pattern.compile(
                    "I?DbSet|.*Repository|.*RepositoryBase|.*Repo|.*Dao|.*DAO|I?MongoCollection"
                            + "|BaseMapper|CrudMapper|ReactiveModel");
    private static final Set<String> MODELS =
            Set.of("Model", "BaseEntity", "PanacheEntity", "PanacheEntityBase", "SQLModel");
    private static final Set<String> PYTHON_MODELS =
            Set.of("Model", "Base", "DeclarativeBase", "SQLModel");
    private static final Set<String> SESSIONS =
            Set.of(
                    "DbContext",
                    "IdentityDbContext",
                    "EntityManager",
                    "Session",
                    "AsyncSession",
                    "DataSource",
                    "QueryRunner");
    private static final Pattern PRISMA_MODEL = Pattern.compile("(?m)^\\s*model\\s+(\\w+)");
    private static final Pattern PRISMA_METHOD =
            Pattern.compile("(find|create|update|delete|upsert|count|aggregate|groupBy)\\w*");

    private final CodeBase code;
    private final Map<TypeNode, Meant> ofNodes = new HashMap<>();
    private @Nullable Set<String> prismaModels;

    EntityAccess(CodeBase code) {
        this.code = code;
    }

    /** The entity that a repository or set gives access to; unknown for any other type. */
    Meant of(Meant type) {
        return of(type, MAX_STEPS);
    }

    private Meant of(Meant type, int steps) {
        boolean plain = !type.arguments().isEmpty() && REPOSITORY.matcher(type.name()).matches();
        if (plain || type.node() == null || steps == 0) {
            return plain ? type.argument() : Meant.UNKNOWN;
        }
        TypeNode node = type.node();
        Meant known = ofNodes.get(node);
        if (known == null) {
            ofNodes.put(node, Meant.UNKNOWN); // a cycle ends here
            known = Meant.UNKNOWN;
            for (Meant base : node.bases()) {
                known = known.known() ? known : of(base, steps - 1);
            }
            ofNodes.put(node, known);
        }
        return known.with(type.bindings());
    }

    /** Whether its objects store themselves, or its class finds them. */
    static boolean isModel(@Nullable TypeNode node) {
        return node != null && node.isOnLibrary(MODELS);
    }

    static boolean isPythonModel(@Nullable TypeNode node) {
        return node != null
                && (node.isOn(PYTHON_MODELS) || !node.members("__tablename__").isEmpty());
    }

    /** Whether entities of any type are stored and found through it. */
    static boolean isSession(Meant type) {
        return SESSIONS.contains(type.name())
                || (type.node() != null && type.node().isOn(SESSIONS));
    }

    /** The model that {@code prisma.name.method()} is about; empty if it is about none. */
    String prisma(String name, String method) {
        if (!PRISMA_METHOD.matcher(method).matches() || name.isEmpty()) {
            return "";
        }
        String model = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Set<String> models = prismaModels();
        return models.contains(model) ? model : models.contains(name) ? name : "";
    }

    private Set<String> prismaModels() {
        Set<String> known = prismaModels;
        if (known == null) {
            known = new HashSet<>();
            for (SourceFile file : code.tree().files()) {
                if (file.language() == Language.PRISMA) {
                    Matcher model = PRISMA_MODEL.matcher(code.tree().text(file).text());
                    while (model.find()) {
                        known.add(model.group(1));
                    }
                }
            }
            prismaModels = known;
        }
        return known;
    }
}
