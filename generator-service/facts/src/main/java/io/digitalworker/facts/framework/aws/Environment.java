package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.aws.Template.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which resources the environment variables of functions name, as their templates say. */
final class Environment {
    private final List<Variable> variables = new ArrayList<>();

    /**
     * @param directory of the template
     * @param resource that the variable refers to, else its text
     */
    private record Variable(String directory, String name, String resource) {}

    static Environment of(CodeBase code) {
        Environment environment = new Environment();
        for (Template template : CloudFormation.templates(code)) {
            Lambdas lambdas = new Lambdas(code, template, new Findings());
            String directory = template.file().file().directory();
            for (Declared function : template.resources(Lambdas.TYPES.toArray(String[]::new))) {
                lambdas.environment(function)
                        .forEach(
                                (name, value) ->
                                        environment.add(directory, name, template.text(value)));
            }
        }
        return environment;
    }

    private void add(String directory, String name, String resource) {
        if (!resource.isEmpty() && !resource.contains("{")) {
            variables.add(new Variable(directory, name, resource));
        }
    }

    /** The resource that a variable names for code at a path, if there is but one; nearest first. */
    Optional<String> resource(String name, String path) {
        List<Variable> named = variables.stream().filter(v -> v.name().equals(name)).toList();
        int nearest =
                named.stream()
                        .filter(
                                v ->
                                        v.directory().isEmpty()
                                                || path.startsWith(v.directory() + "/"))
                        .mapToInt(v -> v.directory().length())
                        .max()
                        .orElse(-1);
        boolean several = named.stream().map(Variable::directory).distinct().count() > 1;
        if (nearest < 0 && several) {
            return Optional.empty();
        }
        List<String> resources =
                named.stream()
                        .filter(v -> nearest < 0 || v.directory().length() == nearest)
                        .filter(v -> nearest < 0 || path.startsWith(v.directory()))
                        .map(Variable::resource)
                        .distinct()
                        .toList();
        return resources.size() == 1 ? Optional.of(resources.get(0)) : Optional.empty();
    }
}
