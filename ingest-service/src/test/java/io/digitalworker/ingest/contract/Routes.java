package io.digitalworker.ingest.contract;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods of resources, as their annotations tell. */
final class Routes {
    /**
     * A method of a resource.
     *
     * @param path with its parameters in braces, without their patterns
     */
    record Route(
            String method,
            String path,
            Set<String> consumes,
            Set<String> produces,
            Set<String> inPath,
            Set<String> inQuery) {
        /** Two methods may take different media types. */
        Route and(Route other) {
            return new Route(
                    method,
                    path,
                    both(consumes, other.consumes),
                    both(produces, other.produces),
                    both(inPath, other.inPath),
                    both(inQuery, other.inQuery));
        }

        private static Set<String> both(Set<String> some, Set<String> others) {
            Set<String> all = new TreeSet<>(some);
            all.addAll(others);
            return all;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Routes() {}

    /** Of all resources in the folder of classes that this one was compiled with. */
    static List<Route> of(Class<?> oneOfThem) {
        List<Route> routes = new ArrayList<>();
        for (Class<?> resource : classes(oneOfThem)) {
            Path root = resource.getAnnotation(Path.class);
            if (root != null) {
                Stream.of(resource.getDeclaredMethods())
                        .filter(method -> verb(method) != null)
                        .forEach(method -> routes.add(route(root, resource, method)));
            }
        }
        return List.copyOf(
                routes.stream()
                        .collect(
                                Collectors.toMap(
                                        Route::toString, route -> route, Route::and, TreeMap::new))
                        .values());
    }

    private static List<Class<?>> classes(Class<?> oneOfThem) {
        try {
            URI place = oneOfThem.getProtectionDomain().getCodeSource().getLocation().toURI();
            java.nio.file.Path root = java.nio.file.Path.of(place);
            try (Stream<java.nio.file.Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.matches("io/digitalworker/.*Resource\\.class"))
                        .map(name -> name.replace(".class", "").replace('/', '.'))
                        .<Class<?>>map(Routes::load)
                        .toList();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Routes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    private static Route route(Path root, Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = (root.value() + "/" + (own == null ? "" : own.value())).replace("//", "/");
        Consumes consumes = method.getAnnotation(Consumes.class);
        Produces produces = method.getAnnotation(Produces.class);
        Produces all = resource.getAnnotation(Produces.class);
        return new Route(
                verb(method),
                path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/$", ""),
                consumes == null ? Set.of() : Set.of(consumes.value()),
                produces != null
                        ? Set.of(produces.value())
                        : all == null ? Set.of() : Set.of(all.value()),
                parameters(method, PathParam.class),
                parameters(method, QueryParam.class));
    }

    private static Set<String> parameters(Method method, Class<? extends Annotation> kind) {
        return Stream.of(method.getParameters())
                .map(parameter -> parameter.getAnnotation(kind))
                .filter(annotation -> annotation != null)
                .map(
                        annotation ->
                                annotation instanceof PathParam inPath
                                        ? inPath.value()
                                        : ((QueryParam) annotation).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
