package io.digitalworker.document.brief;

import io.digitalworker.facts.Facts;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types that say more about linked facts: what a service is known as, where settings are declared,
 * and how an entity is mapped to its table.
 */
final class LinkedTypes {
    /** A base type such as {@code IEntityTypeConfiguration<Order>}. */
    private static final Pattern ABOUT =
            Pattern.compile("\\w*(?:Builder|Configuration|Map|Mapping)<(?:[\\w.]+\\.)?(\\w+)>");

    private final Map<String, List<TypeDeclaration>> byName = new HashMap<>();
    private final Map<String, List<TypeDeclaration>> mapping = new HashMap<>();
    private final Map<String, List<TypeDeclaration>> byFile = new HashMap<>();

    LinkedTypes(Facts facts) {
        for (TypeDeclaration type : facts.types()) {
            if (CodeIndex.test(type.evidence().path())) {
                continue;
            }
            add(byName, type.simpleName(), type);
            add(byFile, type.evidence().path(), type);
            for (String base : type.bases()) {
                Matcher about = ABOUT.matcher(base);
                if (about.matches()) {
                    add(mapping, about.group(1), type);
                }
            }
        }
    }

    private static void add(
            Map<String, List<TypeDeclaration>> map, String key, TypeDeclaration type) {
        map.computeIfAbsent(key, any -> new ArrayList<>(1)).add(type);
    }

    /** The types that belong to linked facts, by name and place. */
    List<TypeDeclaration> of(Collection<Fact> linked) {
        Set<TypeDeclaration> found = new LinkedHashSet<>();
        for (Fact fact : linked) {
            if (fact instanceof Service service) {
                found.addAll(byName.getOrDefault(service.contract(), List.of()));
                found.addAll(byName.getOrDefault(service.name(), List.of()));
            } else if (fact instanceof Entity entity) {
                found.addAll(mapping.getOrDefault(entity.name(), List.of()));
            } else if (fact instanceof ConfigurationKey key && key.use().equals("declared")) {
                declaring(key, found);
            }
        }
        return found.stream()
                .sorted(
                        Comparator.comparing(TypeDeclaration::name)
                                .thenComparing(TypeDeclaration::evidence))
                .toList();
    }

    /** The type around the line that declares a key. */
    private void declaring(ConfigurationKey key, Set<TypeDeclaration> found) {
        for (TypeDeclaration type : byFile.getOrDefault(key.evidence().path(), List.of())) {
            if (type.evidence().startLine() <= key.evidence().startLine()
                    && key.evidence().endLine() <= type.evidence().endLine()) {
                found.add(type);
            }
        }
    }
}
