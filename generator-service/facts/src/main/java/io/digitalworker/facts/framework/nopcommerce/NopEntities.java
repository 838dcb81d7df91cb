package io.digitalworker.facts.framework.nopcommerce;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.dotnet.ClrProperty;
import io.digitalworker.facts.framework.dotnet.ClrTypes;
import io.digitalworker.facts.framework.dotnet.Site;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entities of nopCommerce since 4.30: descendants of {@code BaseEntity} that have a builder, a migration
 * or a place in a Domain namespace. (Those of the versions before have Entity Framework's mappings and
 * are found by these; only their marks come from here.)
 *
 * <p>Fields are what the table has: writable properties of simple types, {@code Id} too. Of an enum that
 * is kept as a number, {@code OrderStatusId: int} is a field; its shadow {@code OrderStatus} is none, and
 * {@code OrderStatusId} is no foreign key. Relations are literal where a builder or migration declares
 * the foreign key, heuristic where only {@code CustomerId} stands beside an entity {@code Customer}.
 */
public final class NopEntities implements Framework {
    private static final Map<String, String> MARKS =
            Map.of(
                    "ILocalizedEntity", "localized",
                    "ISlugSupported", "slug",
                    "IAclSupported", "acl",
                    "IStoreMappingSupported", "store-mapping");

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<CodeFile> files = code.filesWith(Dialect.CSHARP, "BaseEntity");
        if (files.stream().anyMatch(Nop::uses)) {
            new Reading(code, findings).read();
        }
    }

    /** One look at a code base. */
    private static final class Reading {
        private final CodeBase code;
        private final Findings findings;
        private final ClrTypes types;
        private final NopTables tables;
        private final Map<String, TypeDeclaration> entities = new LinkedHashMap<>();

        Reading(CodeBase code, Findings findings) {
            this.code = code;
            this.findings = findings;
            this.types = new ClrTypes(code);
            this.tables = NopTables.of(code, findings);
        }

        void read() {
            boolean mapped =
                    !code.symbols().types().directlyOn("NopEntityTypeConfiguration").isEmpty();
            Set<String> created = created();
            for (TypeDeclaration type : Nop.classesOn(code, "BaseEntity")) {
                boolean stored =
                        tables.has(type) || created.contains(type.simpleName()) || domain(type);
                if (stored && !Nop.test(type.evidence()) && !notMapped(type)) {
                    entities.putIfAbsent(type.fullName(), type);
                }
            }
            Map<String, List<Relation>> joined = mapped ? Map.of() : joined();
            for (TypeDeclaration type : entities.values()) {
                if (!mapped) {
                    entity(type, joined.getOrDefault(type.simpleName(), List.of()));
                }
                marks(type);
            }
        }

        private static boolean domain(TypeDeclaration type) {
            return ("." + type.namespace() + ".").contains(".Domain");
        }

        private boolean notMapped(TypeDeclaration type) {
            return Annotation.find(type.annotations(), "NotMapped").isPresent();
        }

        /** {@code Create.TableFor<T>()} and repositories of T. */
        private Set<String> created() {
            Set<String> names = new HashSet<>();
            for (CodeFile file : code.filesWith(Dialect.CSHARP, "TableFor")) {
                for (Site site : Site.calls(file, Set.of("TableFor"))) {
                    site.call()
                            .typeArguments()
                            .forEach(t -> names.add(TypeName.of(t).simpleName()));
                }
            }
            return names;
        }

        // ---- one entity

        private void entity(TypeDeclaration type, List<Relation> joined) {
            String name = type.simpleName();
            Map<String, NopTables.Column> columns = tables.columns(type);
            Map<String, Field> fields = new LinkedHashMap<>();
            List<Relation> relations = new ArrayList<>();
            List<ClrProperty> properties = types.properties(type);
            for (ClrProperty property : properties) {
                NopTables.Column column = columns.get(property.name());
                if (stored(property) || column != null) {
                    fields.put(property.name(), field(property, column));
                }
            }
            columns.values().stream()
                    .filter(column -> !fields.containsKey(column.name()))
                    .forEach(column -> fields.put(column.name(), column.field()));
            List<String> keys =
                    columns.values().stream()
                            .filter(NopTables.Column::key)
                            .map(NopTables.Column::name)
                            .toList();
            if (!keys.isEmpty() && !columns.containsKey("Id")) {
                fields.remove("Id");
            }
            for (Field field : fields.values()) {
                relation(type, field, columns.get(field.name())).ifPresent(relations::add);
            }
            relations.addAll(joined);
            boolean id = keys.isEmpty() && fields.containsKey("Id");
            findings.add(
                    new Entity(
                            name,
                            Nop.FRAMEWORK,
                            tables.table(type),
                            List.copyOf(fields.values()),
                            relations,
                            id ? List.of("Id") : keys,
                            tables.indexes(type),
                            Confidence.LITERAL,
                            type.evidence()));
        }

        private static boolean stored(ClrProperty property) {
            boolean out = property.has("NotMapped") || property.has("NotColumn");
            return property.visible() && property.writable() && property.simple() && !out;
        }

        private static Field field(ClrProperty property, NopTables.@Nullable Column column) {
            boolean reference = !property.value() && !property.nullable();
            boolean nullable =
                    (column != null && column.said())
                            ? column.nullable()
                            : property.nullable() || reference;
            return new Field(property.name(), property.plainType(), nullable);
        }

        private Optional<Relation> relation(
                TypeDeclaration type, Field field, NopTables.@Nullable Column column) {
            if (column != null && !column.references().isEmpty()) {
                return Optional.of(
                        new Relation(
                                field.name(),
                                column.references(),
                                "many-to-one",
                                Confidence.LITERAL));
            }
            String name = field.name();
            boolean candidate =
                    name.endsWith("Id") && name.length() > 2 && field.type().equals("int");
            String stem = candidate ? name.substring(0, name.length() - 2) : "";
            boolean entity =
                    !stem.isEmpty()
                            && entities.values().stream()
                                    .anyMatch(e -> e.simpleName().equals(stem));
            return entity && !shadow(type, stem)
                    ? Optional.of(new Relation(name, stem, "many-to-one", Confidence.HEURISTIC))
                    : Optional.empty();
        }

        /** Whether {@code XxxId} stands for an enum: a property {@code Xxx} of such a type, or an enum Xxx. */
        private boolean shadow(TypeDeclaration type, String stem) {
            String written = types.property(type, stem).map(ClrProperty::plainType).orElse(stem);
            return types.find(written, type)
                    .filter(found -> found.kind() == TypeKind.ENUM)
                    .isPresent();
        }

        // ---- mapping classes

        /** Many-to-many relations by entity: those that a class with two foreign keys stands for. */
        private Map<String, List<Relation>> joined() {
            Map<String, List<Relation>> joined = new LinkedHashMap<>();
            for (TypeDeclaration type : entities.values()) {
                List<String> ends = ends(type);
                if (ends.size() == 2) {
                    join(joined, ends.get(0), ends.get(1));
                    join(joined, ends.get(1), ends.get(0));
                }
            }
            return joined;
        }

        private static void join(Map<String, List<Relation>> joined, String from, String to) {
            Relation relation = new Relation("", to, "many-to-many", Confidence.RESOLVED);
            List<Relation> list = joined.computeIfAbsent(from, f -> new ArrayList<>());
            if (!list.contains(relation)) {
                list.add(relation);
            }
        }

        /** The two entities that a mapping class is between; the name says that it is one. */
        private List<String> ends(TypeDeclaration type) {
            Set<String> ends = new LinkedHashSet<>();
            for (NopTables.Column column : tables.columns(type).values()) {
                if (!column.references().isEmpty()) {
                    ends.add(column.references());
                }
            }
            String name = type.simpleName();
            boolean mapping =
                    name.endsWith("Mapping")
                            || (ends.size() == 2 && name.equals(String.join("", ends)))
                            || (ends.size() == 2 && name.equals(reversed(ends)));
            return mapping ? List.copyOf(ends) : List.of();
        }

        private static String reversed(Set<String> two) {
            List<String> list = List.copyOf(two);
            return list.get(1) + list.get(0);
        }

        // ---- marks

        private void marks(TypeDeclaration type) {
            Set<String> contracts = new LinkedHashSet<>();
            code.symbols().types().basesAbove(type).stream()
                    .map(base -> TypeName.of(base).simpleName())
                    .forEach(contracts::add);
            if (contracts.contains("ISoftDeletedEntity")) {
                mark("soft-delete", type.simpleName() + ".Deleted", type);
            }
            contracts.stream()
                    .filter(MARKS::containsKey)
                    .sorted()
                    .forEach(name -> mark(MARKS.getOrDefault(name, name), type.simpleName(), type));
        }

        private void mark(String kind, String subject, TypeDeclaration type) {
            findings.add(new Mark(kind, subject, Confidence.LITERAL, type.evidence()));
        }
    }
}
