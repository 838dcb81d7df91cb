package io.digitalworker.document.publication.openapi;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.facts.fact.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code openapi.yaml}: the endpoints of the whole system as the code tells of them, in OpenAPI 3.0.
 * What the code does not say is not said; what OpenAPI has no word for stands in fields that begin with
 * {@code x-}.
 */
public final class OpenApiYaml {
    /** Of the form of the file. */
    public static final String VERSION = "1.0";

    private static final Set<String> METHODS =
            Set.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "ANY");

    private final Material material;
    private final TypeSchemas schemas;
    private final Set<String> ids = new HashSet<>();

    /** The template of each shape of path: those that differ only in names are one to OpenAPI. */
    private final Map<String, PathTemplate> templates = new LinkedHashMap<>();

    private final Map<String, Map<String, Object>> paths = new TreeMap<>();

    /** The ids of the features that ask for an endpoint. */
    private final Map<Endpoint, List<String>> featuresOf = new HashMap<>();

    /** Paths that belong to a feature. */
    private final Set<String> asked = new HashSet<>();

    private OpenApiYaml(Material material) {
        this.material = material;
        this.schemas = new TypeSchemas(material.facts());
        for (FeatureEvidence feature : material.features()) {
            String id = feature.feature().id();
            for (Endpoint endpoint : new LinkedHashSet<>(material.linked(id).all(Endpoint.class))) {
                featuresOf.computeIfAbsent(endpoint, any -> new ArrayList<>()).add(id);
            }
        }
    }

    /** Empty for a system without endpoints of HTTP. */
    public static Optional<String> write(Material material) {
        OpenApiYaml yaml = new OpenApiYaml(material);
        material.facts().endpoints().stream()
                .filter(endpoint -> METHODS.contains(endpoint.method()))
                .forEach(yaml::endpoint);
        return yaml.paths.isEmpty() ? Optional.empty() : Optional.of(PlainYaml.write(yaml.root()));
    }

    private Map<String, Object> root() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", material.moduleName());
        info.put("version", material.version());
        info.put(
                "description",
                "Extracted from the code; names of fields stand as the code declares them.");
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("openapi", "3.0.3");
        root.put("info", info);
        root.put("paths", inOrder());
        Map<String, Object> components = schemas.components();
        if (!components.isEmpty()) {
            root.put("components", Map.of("schemas", components));
        }
        return root;
    }

    /** What the features ask for comes first, the rest of the system behind it, each by path. */
    private Map<String, Object> inOrder() {
        Map<String, Object> ordered = new LinkedHashMap<>(paths);
        ordered.keySet().retainAll(asked);
        ordered.putAll(paths);
        return ordered;
    }

    private void endpoint(Endpoint endpoint) {
        at(endpoint, endpoint.path());
        endpoint.alternatives().forEach(path -> at(endpoint, path));
    }

    private void at(Endpoint endpoint, String path) {
        PathTemplate own = PathTemplate.of(path);
        PathTemplate template = templates.computeIfAbsent(own.shape(), any -> own);
        Map<String, Object> item =
                paths.computeIfAbsent(template.path(), any -> new LinkedHashMap<>());
        List<String> features = featuresOf.getOrDefault(endpoint, List.of());
        if (!features.isEmpty()) {
            asked.add(template.path());
        }
        String method = endpoint.method().equals("ANY") ? "GET" : endpoint.method();
        String key = method.toLowerCase(Locale.ROOT);
        if (item.containsKey(key)) {
            further(item, key, endpoint);
        } else {
            Operation operation = new Operation(endpoint, template, schemas);
            item.put(key, operation.write(id(endpoint, template, key), features));
        }
    }

    /** Which one answers is decided when the system runs. */
    @SuppressWarnings("unchecked") // written by us
    private static void further(Map<String, Object> item, String key, Endpoint endpoint) {
        Map<String, Object> operation = (Map<String, Object>) Objects.requireNonNull(item.get(key));
        List<String> others =
                (List<String>) operation.computeIfAbsent("x-also-at", any -> new ArrayList<>());
        if (!others.contains(endpoint.evidence().id())) {
            others.add(endpoint.evidence().id());
        }
    }

    private String id(Endpoint endpoint, PathTemplate path, String method) {
        String name = endpoint.handler().isEmpty() ? method + path.path() : endpoint.handler();
        String base = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
        String id = base;
        for (int i = 2; !ids.add(id); i++) {
            id = base + "_" + i;
        }
        return id;
    }
}
