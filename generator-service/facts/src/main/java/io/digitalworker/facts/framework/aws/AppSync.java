package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.aws.Template.Declared;
import io.digitalworker.facts.framework.contract.GraphQlSchema;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * AppSync's resolvers, each joined to its field and to what its data sources lead to, as resources of
 * type {@code graphql-resolver}; schemas within the template as {@code graphql-field}.
 */
final class AppSync {
    private final CodeBase code;
    private final Template template;
    private final Findings findings;

    AppSync(CodeBase code, Template template, Findings findings) {
        this.code = code;
        this.template = template;
        this.findings = findings;
    }

    void emit() {
        List<Declared> resolvers = template.resources("AWS::AppSync::Resolver");
        Set<String> fields = fields();
        for (Declared resolver : resolvers) {
            findings.add(resolver(resolver, fields));
        }
        for (Declared schema : template.resources("AWS::AppSync::GraphQLSchema")) {
            String text = template.text(schema.properties().get("Definition"));
            for (GraphQlSchema.Field field : GraphQlSchema.fields(text)) {
                findings.add(field.resource(template.evidence(schema)));
            }
        }
    }

    /** All fields of the schemas that the template names or holds. */
    private Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        for (Declared schema : template.resources("AWS::AppSync::GraphQLSchema")) {
            String held = template.text(schema.properties().get("Definition"));
            String location = template.text(schema.properties().get("DefinitionS3Location"));
            Optional<SourceFile> file =
                    Paths.resolve(template.file().file().directory(), location)
                            .flatMap(code.tree()::file);
            String text =
                    file.isPresent() && held.isEmpty() ? code.tree().text(file.get()).text() : held;
            GraphQlSchema.fields(text).forEach(field -> fields.add(field.name()));
        }
        return fields;
    }

    private Resource resolver(Declared resolver, Set<String> fields) {
        DataNode properties = resolver.properties();
        String field =
                template.text(properties.get("TypeName"))
                        + "."
                        + template.text(properties.get("FieldName"));
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("resource", resolver.name());
        String kind = template.text(properties.get("Kind"));
        settings.put("kind", kind.isEmpty() ? "UNIT" : kind);
        if (!fields.isEmpty()) {
            settings.put("inSchema", String.valueOf(fields.contains(field)));
        }
        return new Resource(
                field,
                "graphql-resolver",
                CloudFormation.FRAMEWORK,
                settings,
                targets(properties),
                Confidence.RESOLVED,
                template.evidence(resolver));
    }

    /** Data sources of the resolver or of its pipeline, then what is behind them. */
    private List<String> targets(DataNode properties) {
        List<Declared> sources = new ArrayList<>(sources(properties));
        for (DataNode step : properties.get("PipelineConfig", "Functions").items()) {
            template.referred(step).ifPresent(f -> sources.addAll(sources(f.properties())));
        }
        Set<String> targets = new LinkedHashSet<>();
        sources.forEach(source -> targets.add(source.name()));
        for (Declared source : sources) {
            for (String config :
                    List.of(
                            "DynamoDBConfig",
                            "LambdaConfig",
                            "HttpConfig",
                            "EventBridgeConfig",
                            "RelationalDatabaseConfig")) {
                targets.addAll(template.references(source.properties().get(config)));
            }
        }
        return List.copyOf(targets);
    }

    /** By reference, or by the name that the data source has. */
    private List<Declared> sources(DataNode properties) {
        DataNode node = properties.get("DataSourceName");
        Optional<Declared> referred = template.referred(node);
        if (referred.isPresent()) {
            return List.of(referred.get());
        }
        String name = template.text(node);
        return template.resources("AWS::AppSync::DataSource").stream()
                .filter(s -> template.text(s.properties().get("Name")).equals(name))
                .toList();
    }
}
