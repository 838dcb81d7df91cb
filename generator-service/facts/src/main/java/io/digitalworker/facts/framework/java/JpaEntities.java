package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.code.Values;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Classes that annotations say are stored: JPA's and Hibernate's entities, Panache's, those of Spring
 * Data's stores, of Micronaut Data and of DynamoDB's mappers. What repositories store without any
 * annotation is {@link RepositoryEntities}' work.
 */
public final class JpaEntities implements Framework {
    private static final List<Kind> KINDS =
            List.of(
                    new Kind("Entity", "jpa", "javax.persistence.", "jakarta.persistence."),
                    new Kind("Embeddable", "jpa", "javax.persistence.", "jakarta.persistence."),
                    new Kind("Document", "mongodb", "org.springframework.data.mongodb."),
                    new Kind("MongoEntity", "mongodb", "io.quarkus.mongodb."),
                    new Kind(
                            "Document", "elasticsearch", "org.springframework.data.elasticsearch."),
                    new Kind("Document", "couchbase", "org.springframework.data.couchbase."),
                    new Kind("Table", "spring-data", "org.springframework.data.relational."),
                    new Kind("Table", "cassandra", "org.springframework.data.cassandra."),
                    new Kind("RedisHash", "redis", "org.springframework.data.redis."),
                    new Kind("Node", "neo4j", "org.springframework.data.neo4j.", "org.neo4j.ogm."),
                    new Kind("MappedEntity", "micronaut-data", "io.micronaut.data."),
                    new Kind("DynamoDbBean", "dynamodb", "software.amazon.awssdk."),
                    new Kind("DynamoDbImmutable", "dynamodb", "software.amazon.awssdk."),
                    new Kind("DynamoDBTable", "dynamodb", "com.amazonaws."),
                    new Kind("TableName", "mybatis", "com.baomidou."));
    private static final Map<String, String> RELATIONS =
            Map.of(
                    "OneToOne", "one-to-one",
                    "OneToMany", "one-to-many",
                    "ManyToOne", "many-to-one",
                    "ManyToMany", "many-to-many");
    private static final List<String> SOFT =
            List.of("SQLDelete", "Where", "SQLRestriction", "SoftDelete", "TableLogic");

    /** An annotation by name and package, and what facts call its framework. */
    private record Kind(String annotation, String framework, List<String> packages) {
        Kind(String annotation, String framework, String... packages) {
            this(annotation, framework, List.of(packages));
        }
    }

    @Override
    public void extract(CodeBase base, Findings findings) {
        String[] words = KINDS.stream().map(Kind::annotation).distinct().toArray(String[]::new);
        if (!JavaCode.holds(base, words)) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        for (TypeDeclaration type : code.with(words)) {
            kind(code, type).ifPresent(kind -> entity(code, type, kind, findings));
        }
    }

    /** Whether annotations say that a class is stored. */
    static boolean isStored(JavaCode code, TypeDeclaration type) {
        return kind(code, type).isPresent();
    }

    private static Optional<Kind> kind(JavaCode code, TypeDeclaration type) {
        boolean plain = type.kind() == TypeKind.CLASS || type.kind() == TypeKind.RECORD;
        if (!plain || type.annotations().isEmpty()) {
            return Optional.empty();
        }
        CodeFile file = code.fileOf(type);
        return KINDS.stream()
                .filter(
                        kind ->
                                JavaCode.annotation(
                                                type.annotations(),
                                                file,
                                                kind.annotation(),
                                                kind.packages().toArray(String[]::new))
                                        .isPresent())
                .findFirst();
    }

    private static void entity(JavaCode code, TypeDeclaration type, Kind kind, Findings findings) {
        List<Stored> stored = Stored.of(code, type);
        List<Field> fields = new ArrayList<>();
        panacheId(code, type, stored).ifPresent(fields::add);
        stored.forEach(f -> fields.add(new Field(f.name(), f.type(), f.isNullable())));
        List<String> keys =
                new ArrayList<>(stored.stream().filter(Stored::isKey).map(Stored::name).toList());
        if (keys.isEmpty() && fields.stream().anyMatch(f -> f.name().equals("id"))) {
            keys.add("id");
        }
        findings.add(
                new Entity(
                        type.simpleName(),
                        kind.framework(),
                        table(code, type),
                        fields,
                        relations(code, type, stored),
                        kind.annotation().equals("Embeddable") ? List.of() : keys,
                        indexes(code, type, stored),
                        Confidence.LITERAL,
                        type.evidence()));
        marks(code, type, stored, findings);
    }

    /** The key that Panache's base classes bring along. */
    private static Optional<Field> panacheId(
            JavaCode code, TypeDeclaration type, List<Stored> stored) {
        if (stored.stream().anyMatch(Stored::isKey)) {
            return Optional.empty();
        }
        if (code.types().inherits(type, "PanacheEntity")) {
            return Optional.of(new Field("id", "Long", false));
        }
        boolean mongo =
                code.types().inherits(type, "PanacheMongoEntity")
                        || code.types().inherits(type, "ReactivePanacheMongoEntity");
        return mongo ? Optional.of(new Field("id", "ObjectId", false)) : Optional.empty();
    }

    private static String table(JavaCode code, TypeDeclaration type) {
        Scope scope = code.scope(type);
        for (String[] place : PLACES) {
            Optional<Annotation> annotation = Annotation.find(type.annotations(), place[0]);
            String name =
                    annotation.map(a -> code.text(a, scope, "", place[1], place[2])).orElse("");
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    private static final String[][] PLACES = {
        {"Table", "name", "value"},
        {"Document", "collection", "value"},
        {"Document", "indexName", "value"},
        {"MongoEntity", "collection", "collection"},
        {"DynamoDBTable", "tableName", "tableName"},
        {"RedisHash", "value", "value"},
        {"MappedEntity", "value", "value"},
        {"TableName", "value", "value"},
        {"Entity", "name", "name"}
    };

    private static List<Relation> relations(
            JavaCode code, TypeDeclaration type, List<Stored> stored) {
        List<Relation> relations = new ArrayList<>();
        for (Stored field : stored) {
            Optional<Relation> declared = declared(field);
            declared.or(() -> referring(code, type, field)).ifPresent(relations::add);
        }
        return relations;
    }

    private static Optional<Relation> declared(Stored field) {
        for (Annotation annotation : field.annotations()) {
            String kind = RELATIONS.get(annotation.simpleName());
            if (kind != null) {
                String target =
                        annotation
                                .argument("targetEntity")
                                .map(SpringPrefixes::typeOf)
                                .orElse(field.element());
                return Optional.of(new Relation(field.name(), target, kind, Confidence.LITERAL));
            }
        }
        boolean reference =
                field.has("DBRef") || field.has("DocumentReference") || field.has("Relationship");
        String kind = field.isMany() ? "one-to-many" : "many-to-one";
        return reference
                ? Optional.of(new Relation(field.name(), field.element(), kind, Confidence.LITERAL))
                : Optional.empty();
    }

    /** Spring Data JDBC: collections of entities, and references to other aggregates. */
    private static Optional<Relation> referring(JavaCode code, TypeDeclaration type, Stored field) {
        boolean relational =
                JavaCode.annotation(
                                type.annotations(),
                                code.fileOf(type),
                                "Table",
                                "org.springframework.data.relational.")
                        .isPresent();
        if (!relational) {
            return Optional.empty();
        }
        boolean reference = field.type().startsWith("AggregateReference");
        boolean held =
                field.isMany()
                        && code.find(field.element(), code.fileOf(type), type)
                                .filter(t -> t.kind() != TypeKind.ENUM)
                                .isPresent();
        return reference || held
                ? Optional.of(
                        new Relation(
                                field.name(),
                                field.element(),
                                reference ? "many-to-one" : "one-to-many",
                                Confidence.LITERAL))
                : Optional.empty();
    }

    private static List<String> indexes(JavaCode code, TypeDeclaration type, List<Stored> stored) {
        List<String> indexes = new ArrayList<>();
        for (Annotation table : type.annotations()) {
            if (table.is("Table") || table.is("CompoundIndexes") || table.is("CompoundIndex")) {
                nested(table).forEach(a -> index(code, type, a, indexes));
            }
        }
        for (Stored field : stored) {
            boolean unique =
                    field.annotations().stream()
                            .anyMatch(a -> a.argument("unique").filter(Stored::isTrue).isPresent());
            if (unique || field.has("Indexed")) {
                indexes.add((unique ? "unique " : "") + field.name());
            }
        }
        return indexes.stream().distinct().toList();
    }

    /** The annotations within an annotation's arguments, which read like calls. */
    private static List<Annotation> nested(Annotation annotation) {
        List<Annotation> nested = new ArrayList<>();
        for (Argument argument : annotation.arguments()) {
            List<Expression> items = Values.itemsOf(argument.value());
            for (Expression item : items.isEmpty() ? List.of(argument.value()) : items) {
                if (item instanceof Expression.Call call) {
                    nested.add(new Annotation(call.name(), call.arguments(), call.span()));
                }
            }
        }
        return nested;
    }

    private static void index(
            JavaCode code, TypeDeclaration type, Annotation annotation, List<String> indexes) {
        Scope scope = code.scope(type);
        if (annotation.is("Index")) {
            String columns = code.text(annotation, scope, "", "columnList").replace(", ", ",");
            boolean unique = annotation.argument("unique").filter(Stored::isTrue).isPresent();
            if (!columns.isEmpty()) {
                indexes.add((unique ? "unique " : "") + columns);
            }
        } else if (annotation.is("UniqueConstraint")) {
            List<String> columns =
                    code.values(annotation, scope, "columnNames").stream()
                            .filter(Value::known)
                            .map(Value::text)
                            .toList();
            if (!columns.isEmpty()) {
                indexes.add("unique " + String.join(",", columns));
            }
        }
    }

    private static void marks(
            JavaCode code, TypeDeclaration type, List<Stored> stored, Findings findings) {
        CodeFile file = code.fileOf(type);
        for (Stored field : stored) {
            boolean own = field.owner().equals(type);
            String kind =
                    field.has("Version") || field.has("DynamoDbVersionAttribute")
                            ? "row-version"
                            : field.has("TableLogic") || field.has("SoftDelete")
                                    ? "soft-delete"
                                    : "";
            if (!kind.isEmpty()) {
                findings.add(
                        new Mark(
                                kind,
                                type.simpleName() + "." + field.name(),
                                own ? Confidence.LITERAL : Confidence.RESOLVED,
                                type.evidence()));
            }
        }
        type.annotations().stream()
                .filter(a -> SOFT.contains(a.simpleName()) && isDeletion(file, a))
                .findFirst()
                .ifPresent(
                        a ->
                                findings.add(
                                        new Mark(
                                                "soft-delete",
                                                type.simpleName(),
                                                Confidence.LITERAL,
                                                file.evidence(a.span()))));
    }

    /** {@code @Where} may be for anything; that it leaves out what is deleted is told by its words. */
    private static boolean isDeletion(CodeFile file, Annotation annotation) {
        boolean where = annotation.is("Where") || annotation.is("SQLRestriction");
        return !where || file.text(annotation.span()).toLowerCase(Locale.ROOT).contains("delet");
    }
}
