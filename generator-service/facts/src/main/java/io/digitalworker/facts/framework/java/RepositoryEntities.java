package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Classes without annotations that repositories of Spring Data, Panache or MyBatis-Plus are for, by
 * convention of these.
 */
public final class RepositoryEntities implements Framework {
    private static final List<String> BASES =
            List.of(
                    "CrudRepository",
                    "ListCrudRepository",
                    "PagingAndSortingRepository",
                    "ListPagingAndSortingRepository",
                    "ReactiveCrudRepository",
                    "ReactiveSortingRepository",
                    "R2dbcRepository",
                    "JpaRepository",
                    "MongoRepository",
                    "ReactiveMongoRepository",
                    "ElasticsearchRepository",
                    "CassandraRepository",
                    "KeyValueRepository",
                    "Repository",
                    "PanacheRepository",
                    "PanacheRepositoryBase",
                    "PanacheMongoRepository",
                    "BaseMapper");

    @Override
    public void extract(CodeBase base, Findings findings) {
        if (!JavaCode.holds(base, BASES.toArray(String[]::new))) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        Map<TypeDeclaration, String> entities = new LinkedHashMap<>();
        for (TypeDeclaration type : code.with(BASES.toArray(String[]::new))) {
            for (String written : type.bases()) {
                entity(code, type, written)
                        .ifPresent(e -> entities.putIfAbsent(e, framework(written)));
            }
        }
        entities.forEach(
                (type, framework) ->
                        findings.add(
                                PlainEntities.of(
                                        code,
                                        type,
                                        framework,
                                        "",
                                        List.of(),
                                        Set.of(),
                                        Confidence.CONVENTION)));
    }

    private static Optional<TypeDeclaration> entity(
            JavaCode code, TypeDeclaration repository, String written) {
        TypeName base = TypeName.of(written);
        CodeFile file = code.fileOf(repository);
        boolean library =
                BASES.contains(base.simpleName())
                        && JavaCode.isFrom(
                                file,
                                base.name(),
                                "org.springframework.data.",
                                "io.quarkus.",
                                "io.micronaut.data.",
                                "com.baomidou.");
        if (!library || base.arguments().isEmpty()) {
            return Optional.empty();
        }
        return code.find(base.argument(), file, repository)
                .filter(type -> type.kind() == TypeKind.CLASS || type.kind() == TypeKind.RECORD)
                .filter(type -> !JpaEntities.isStored(code, type));
    }

    private static String framework(String base) {
        return base.startsWith("BaseMapper")
                ? "mybatis"
                : base.startsWith("Panache") ? "panache" : "spring-data";
    }
}
