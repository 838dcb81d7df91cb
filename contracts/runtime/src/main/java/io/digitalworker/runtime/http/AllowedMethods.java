package io.digitalworker.runtime.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which methods there are at an address, as the annotations of resources tell: for {@code Allow}. */
@Singleton
final class AllowedMethods {
    /** A name in braces, alone or with its own pattern. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*\\w+\\s*(?::([^{}]+))?}");

    private final List<Place> places = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE)
                .forEach(bean -> addResource(bean.getBeanClass()));
    }

    private void addResource(Class<?> type) {
        Path root = type.getAnnotation(Path.class);
        if (root != null) {
            Stream.of(type.getMethods()).forEach(method -> addMethod(root.value(), method));
        }
    }

    private void addMethod(String root, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                Path own = method.getAnnotation(Path.class);
                places.add(new Place(pattern(root, own == null ? "" : own.value()), verb.value()));
            }
        }
    }

    static Pattern pattern(String root, String own) {
        String template = ("/" + root + "/" + own).replaceAll("/+", "/").replaceAll("/$", "");
        StringBuilder pattern = new StringBuilder();
        var parameters = PARAMETER.matcher(template);
        int at = 0;
        while (parameters.find()) {
            pattern.append(Pattern.quote(template.substring(at, parameters.start())));
            String told = parameters.group(1);
            pattern.append(told == null ? "[^/]+" : "(?:" + told.trim() + ")");
            at = parameters.end();
        }
        return Pattern.compile(pattern + Pattern.quote(template.substring(at)) + "/?");
    }

    /** The value of {@code Allow}; empty where there is nothing. */
    String at(String path) {
        Set<String> methods = new TreeSet<>();
        places.stream()
                .filter(place -> place.pattern().matcher(path).matches())
                .forEach(place -> methods.add(place.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }

    private record Place(Pattern pattern, String method) {}
}
