package io.digitalworker.local.system;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method and the template of a path, such as {@code GET /v1/job-status/{jobId}}.
 *
 * @param service the package that answers it: {@code ingest} or {@code cleanup}
 */
record Route(String service, String method, String path) {
    private static final String RS = "jakarta.ws.rs.";
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD");

    /** {@code ingest GET /v1/health}. */
    static Route of(String words) {
        String[] parts = words.split(" ");
        return new Route(parts[0], parts[1], parts[2]);
    }

    /** Every route that a class of any service answers, as its annotations say. */
    static Set<Route> ofAllServices() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.digitalworker")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(RS + "Path"))
                        .flatMap(Route::of)
                        .sorted(Comparator.comparing(Route::toString))
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static Stream<Route> of(JavaClass resource) {
        String service = resource.getPackageName().split("\\.")[2];
        return resource.getMethods().stream()
                .flatMap(
                        method ->
                                methods(method)
                                        .map(verb -> route(service, verb, resource, method)));
    }

    private static Stream<String> methods(JavaMethod method) {
        return METHODS.stream().filter(verb -> method.isAnnotatedWith(RS + verb));
    }

    private static Route route(String service, String verb, JavaClass resource, JavaMethod method) {
        String path = slashed(path(resource)) + slashed(path(method));
        return new Route(
                service, verb, path.isEmpty() ? "/" : path.replaceAll("\\{(\\w+)[^}]*}", "{$1}"));
    }

    private static String path(HasAnnotations<?> annotated) {
        return annotated.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getName().equals(RS + "Path"))
                .findFirst()
                .flatMap(Route::value)
                .orElse("");
    }

    private static Optional<String> value(JavaAnnotation<?> annotation) {
        return annotation.get("value").map(String::valueOf);
    }

    private static String slashed(String path) {
        String trimmed = path.replaceAll("^/+|/+$", "");
        return trimmed.isEmpty() ? "" : "/" + trimmed;
    }

    @Override
    public String toString() {
        return service + " " + method + " " + path;
    }
}
