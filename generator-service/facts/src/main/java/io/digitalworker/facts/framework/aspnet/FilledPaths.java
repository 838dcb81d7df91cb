package io.digitalworker.facts.framework.aspnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The paths of a pattern once controller, action and area are put in. */
final class FilledPaths {
    private final Web web;
    private final TokenTransformers transformers;

    FilledPaths(Web web, TokenTransformers transformers) {
        this.web = web;
        this.transformers = transformers;
    }

    /** What controller, action and area come to in a template, as its transformers change them. */
    Map<String, String> values(Template template, Controller controller, Action action) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("controller", changed(template, "controller", controller.name(), controller));
        values.put("action", changed(template, "action", action.name(), controller));
        values.put("area", changed(template, "area", controller.area(), controller));
        return values;
    }

    /** With all that the pattern says. */
    static String full(Template template, Map<String, String> values, Action action) {
        return filled(template, template.text(), values, action);
    }

    private String changed(Template template, String name, String value, Controller controller) {
        Template.Parameter parameter = template.find(name);
        String so = value;
        if (parameter != null) {
            for (String constraint : parameter.constraints().split(":", -1)) {
                so = transformers.constraint(constraint, web.file(controller.type())).apply(so);
            }
        }
        return so;
    }

    /** The pattern with controller, action and area put in; optional parameters that are taken. */
    private static String filled(
            Template template, String text, Map<String, String> values, Action action) {
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("/", -1)) {
            Template one = Template.of(segment);
            Set<String> dropped = new LinkedHashSet<>();
            String so =
                    one.filled(
                                    name -> {
                                        String value = values.get(name.toLowerCase(Locale.ROOT));
                                        Template.Parameter parameter = template.find(name);
                                        boolean optional =
                                                parameter != null
                                                        && (parameter.optional()
                                                                || parameter.all());
                                        if (value == null && optional && !action.takes(name)) {
                                            dropped.add(name);
                                        }
                                        return value == null ? braced(template, name) : value;
                                    })
                            .substring(1);
            if (dropped.isEmpty()) {
                segments.add(so);
            }
        }
        return String.join("/", segments);
    }

    private static String braced(Template template, String name) {
        Template.@Nullable Parameter parameter = template.find(name);
        boolean optional = parameter != null && parameter.optional();
        return "{"
                + name
                + (parameter == null ? "" : parameter.constraints())
                + (optional ? "?}" : "}");
    }

    /** Without action and controller at the end where they are the defaults. */
    static String shortest(
            RoutePattern pattern, Template template, Map<String, String> values, Action action) {
        String text = filled(template, template.text(), values, action);
        for (String name : List.of("action", "controller")) {
            Template.Parameter parameter = template.find(name);
            String fallback = parameter == null ? "" : parameter.fallback();
            fallback = fallback.isEmpty() ? pattern.fixed(name) : fallback;
            String value = values.getOrDefault(name, "");
            boolean last = text.equals(value) || text.endsWith("/" + value);
            if (parameter == null
                    || !last
                    || value.isEmpty()
                    || !fallback.equalsIgnoreCase(value)) {
                break;
            }
            text = text.substring(0, Math.max(0, text.length() - value.length() - 1));
        }
        return text;
    }
}
