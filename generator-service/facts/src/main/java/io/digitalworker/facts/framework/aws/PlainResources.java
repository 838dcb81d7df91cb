package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.aws.Template.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Resources with their plain properties as settings; functions have a class of their own. */
final class PlainResources {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(?:password|secret|token|credential|apikey|privatekey).*");
    private static final int LONGEST = 300;
    private static final Set<String> LARGE =
            Set.of(
                    "DefinitionBody",
                    "Body",
                    "Definition",
                    "DefinitionString",
                    "PolicyDocument",
                    "AssumeRolePolicyDocument",
                    "Policies",
                    "UserData",
                    "DashboardBody",
                    "RequestMappingTemplate",
                    "ResponseMappingTemplate",
                    "Code",
                    "Tags");

    private final Template template;
    private final Findings findings;

    PlainResources(Template template, Findings findings) {
        this.template = template;
        this.findings = findings;
    }

    void emit() {
        for (Declared resource : template.resources()) {
            if (!Lambdas.TYPES.contains(resource.type())) {
                findings.add(fact(resource));
                marks(resource);
            }
        }
    }

    private Resource fact(Declared resource) {
        SortedMap<String, String> settings = settings(resource.properties());
        if (!resource.condition().isEmpty()) {
            settings.put("Condition", resource.condition());
        }
        if (resource.type().endsWith("::StateMachine")) {
            states(resource, settings);
        }
        return new Resource(
                resource.name(),
                resource.type(),
                CloudFormation.FRAMEWORK,
                settings,
                targets(resource),
                Confidence.LITERAL,
                template.evidence(resource));
    }

    private List<String> targets(Declared resource) {
        List<String> targets = new ArrayList<>(template.references(resource.properties()));
        targets.remove(resource.name());
        return targets;
    }

    /** Scalars and lists of scalars of two levels, what may be secret and what is long left out. */
    private SortedMap<String, String> settings(DataNode properties) {
        SortedMap<String, String> settings = new TreeMap<>();
        for (Entry entry : properties.entries()) {
            if (!LARGE.contains(entry.key())) {
                put(entry.key(), entry.value(), settings);
                boolean function =
                        entry.value().entries().size() == 1
                                && entry.value().entries().get(0).key().matches("Ref|Fn::.*");
                for (Entry inner : function ? List.<Entry>of() : entry.value().entries()) {
                    put(entry.key() + "." + inner.key(), inner.value(), settings);
                }
            }
        }
        return settings;
    }

    private void put(String key, DataNode value, SortedMap<String, String> settings) {
        boolean plainMapping = value.isMapping() && value.tag().isEmpty();
        boolean listOfMappings =
                value.items().stream().anyMatch(i -> i.isMapping() && i.entries().size() > 1);
        if ((plainMapping && !isFunction(value))
                || listOfMappings
                || SECRET.matcher(key).matches()) {
            return;
        }
        String text = template.text(value);
        if (!text.isBlank() && text.length() <= LONGEST) {
            settings.put(key, text);
        }
    }

    private static boolean isFunction(DataNode value) {
        return value.entries().size() == 1
                && value.entries().get(0).key().matches("Ref|Fn::[A-Za-z:]{1,40}");
    }

    private static void states(Declared resource, SortedMap<String, String> settings) {
        List<String> names = new ArrayList<>();
        for (String key : List.of("Definition", "DefinitionBody")) {
            for (Entry state : resource.properties().get(key, "States").entries()) {
                names.add(state.key());
            }
        }
        if (!names.isEmpty()) {
            settings.put("states", String.join(", ", names));
        }
    }

    private void marks(Declared resource) {
        boolean retries =
                resource.properties().has("RedrivePolicy")
                        || resource.properties().has("RetryPolicy");
        if (retries) {
            String kind = resource.type().replaceFirst(".*::", "").toLowerCase(Locale.ROOT);
            findings.add(
                    new Mark(
                            "retry",
                            kind + " " + resource.name(),
                            Confidence.LITERAL,
                            template.evidence(resource)));
        }
    }
}
