package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.contract.References.Placed;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The operations of OpenAPI 3 and Swagger 2 files as endpoints, {@code $ref}s followed within and across
 * files. {@link Settlement} takes away what the code declares itself.
 */
public final class OpenApi implements Framework {
    static final String FRAMEWORK = "openapi";

    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "delete", "patch", "head", "options", "trace");

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (Language language : List.of(Language.JSON, Language.YAML)) {
            for (SourceFile file : code.data().files(language)) {
                if (References.holds(code, file, "paths")
                        && (References.holds(code, file, "openapi")
                                || References.holds(code, file, "swagger"))) {
                    read(code, code.data().read(file), findings);
                }
            }
        }
    }

    private static void read(CodeBase code, DataFile file, Findings findings) {
        DataNode root = file.root();
        boolean contract = root.get("openapi").isScalar() || root.get("swagger").isScalar();
        if (contract) {
            new OpenApiDocument(new References(code), file, root).endpoints(FRAMEWORK, findings);
        }
    }

    /** An operation of a contract that stands within another file, such as a template. */
    public static Endpoint embedded(
            CodeBase code,
            DataFile file,
            DataNode root,
            String method,
            String path,
            Entry operation,
            String handler,
            String framework,
            List<String> conditions) {
        References references = new References(code);
        Placed document = new Placed(root, file);
        OpenApiTypes types = new OpenApiTypes(references, document);
        Placed placed = document.with(operation.value());
        Placed none = document.with(DataNode.missing());
        return new Endpoint(
                method,
                path,
                List.of(),
                handler,
                framework,
                types.inputs(none, placed),
                types.request(placed),
                types.responses(placed),
                types.security(placed.node()),
                conditions,
                Confidence.LITERAL,
                file.evidence(operation.span()));
    }

    /** A document of a file of its own. */
    private static final class OpenApiDocument {
        private final References references;
        private final Placed root;
        private final OpenApiTypes types;

        OpenApiDocument(References references, DataFile file, DataNode root) {
            this.references = references;
            this.root = new Placed(root, file);
            this.types = new OpenApiTypes(references, this.root);
        }

        void endpoints(String framework, Findings findings) {
            Placed paths = references.follow(root.get("paths"));
            for (Entry path : paths.node().entries()) {
                if (path.key().startsWith("/")) {
                    Placed item = references.follow(paths.with(path.value()));
                    if (item.node().isMissing()) {
                        findings.unresolved(
                                "endpoint",
                                path.key(),
                                "its $ref leads out of the archive",
                                paths.file().evidence(path.span()));
                    }
                    operations(framework, path.key(), item, findings);
                }
            }
        }

        private void operations(String framework, String path, Placed item, Findings findings) {
            for (Entry operation : item.node().entries()) {
                if (METHODS.contains(operation.key())) {
                    findings.add(endpoint(framework, path, item, operation));
                }
            }
        }

        private Endpoint endpoint(String framework, String path, Placed item, Entry entry) {
            Placed operation = references.follow(item.with(entry.value()));
            List<String> bases = bases(item, operation);
            List<String> all = new ArrayList<>();
            bases.forEach(base -> all.add(ContractPath.normal(base + path)));
            return new Endpoint(
                    entry.key().toUpperCase(Locale.ROOT),
                    all.get(0),
                    all.subList(1, all.size()),
                    handler(item.node(), operation.node()),
                    framework,
                    types.inputs(item, operation),
                    types.request(operation),
                    types.responses(operation),
                    types.security(operation.node()),
                    List.of(),
                    bases.get(0).isEmpty() ? Confidence.LITERAL : Confidence.RESOLVED,
                    item.file().evidence(entry.span()));
        }

        /** What stands before the paths: the first server's path first, at least one. */
        private List<String> bases(Placed item, Placed operation) {
            Set<String> bases = new LinkedHashSet<>();
            for (Placed level : List.of(operation, item, root)) {
                for (DataNode server : level.node().get("servers").items()) {
                    bases.add(ContractPath.ofServer(server));
                }
                if (!bases.isEmpty()) {
                    return List.copyOf(bases);
                }
            }
            String base = root.node().get("basePath").text("");
            return List.of(base.equals("/") ? "" : base);
        }

        private static String handler(DataNode item, DataNode operation) {
            String id = operation.get("operationId").text("");
            for (String key :
                    List.of(
                            "x-openapi-router-controller",
                            "x-swagger-router-controller",
                            "x-eov-operation-handler")) {
                String controller = operation.get(key).text(item.get(key).text(""));
                if (!controller.isEmpty() && !id.isEmpty()) {
                    return controller + "." + id;
                }
            }
            return id;
        }
    }
}
