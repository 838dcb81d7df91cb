package io.digitalworker.facts.framework.store;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.fact.Confidence;
import java.util.List;
import java.util.Optional;

/** Stores that properties of Spring and Quarkus name. */
final class PropertyStores {
    private final CodeBase code;
    private final OpenedStores stores;

    PropertyStores(CodeBase code, OpenedStores stores) {
        this.code = code;
        this.stores = stores;
    }

    void read() {
        for (String pattern :
                List.of("application*.properties", "application*.yml", "application*.yaml")) {
            for (DataFile file : code.data().readNamed(pattern)) {
                for (DataNode document : file.documents()) {
                    jvm(file, document);
                }
            }
        }
    }

    private void jvm(DataFile file, DataNode root) {
        for (String key :
                List.of(
                        "spring.datasource.url",
                        "spring.r2dbc.url",
                        "spring.data.mongodb.uri",
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.db-kind",
                        "quarkus.mongodb.connection-string",
                        "spring.jpa.database",
                        "quarkus.datasource.reactive.url")) {
            DataNode value = root.at(key);
            String text = value.text("");
            boolean named = key.endsWith("db-kind") || key.endsWith("database");
            Optional<String> engine =
                    named && !text.isEmpty()
                            ? Optional.of(Engines.normal(text))
                            : Engines.ofUrl(text);
            if (engine.isPresent()) {
                String framework = key.substring(0, key.indexOf('.'));
                stores.store(
                        "default",
                        engine.get(),
                        framework,
                        Confidence.LITERAL,
                        file.evidence(value.span()));
            } else if (value.isScalar() && !text.isEmpty()) {
                stores.findings()
                        .unresolved(
                                "datastore",
                                key + "=" + (text.contains("${") ? text : "…"),
                                "the engine is not in the URL",
                                file.evidence(value.span()));
            }
        }
        for (String key :
                List.of(
                        "spring.redis.host",
                        "spring.data.redis.host",
                        "quarkus.redis.hosts",
                        "spring.redis.url",
                        "spring.data.redis.url")) {
            DataNode value = root.at(key);
            if (value.isScalar()) {
                String framework = key.substring(0, key.indexOf('.'));
                stores.redis(framework, file.evidence(value.span()));
            }
        }
    }
}
