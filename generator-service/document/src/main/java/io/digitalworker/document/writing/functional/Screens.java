package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.writing.functional.UseCase.Request;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.fact.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which screens and which rules for entries belong to a use case. */
final class Screens {
    private final Material material;
    private final List<View> views;
    private final Map<String, List<View>> byRoute = new HashMap<>();
    private final Map<String, List<View>> byModel = new HashMap<>();
    private final Map<String, List<View>> byFolder = new HashMap<>();
    private final Map<String, List<Validation>> rules = new HashMap<>();

    Screens(Material material) {
        this.material = material;
        this.views = material.facts().all(View.class);
        for (View view : views) {
            add(byRoute, view.route(), view);
            add(byModel, simple(view.model()), view);
            add(byFolder, view.name().replaceFirst("^.*/(?=[^/]*/[^/]*$)", ""), view);
        }
        for (Validation rule : material.facts().all(Validation.class)) {
            add(rules, rule.target(), rule);
        }
    }

    private static <F> void add(Map<String, List<F>> map, String key, F value) {
        if (!key.isEmpty()) {
            map.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
        }
    }

    /** The screens of a use case, those with fields first. */
    List<View> of(Request request) {
        Set<View> found = new LinkedHashSet<>();
        for (Endpoint address : request.all()) {
            found.addAll(byRoute.getOrDefault(address.path(), List.of()));
            found.addAll(byFolder.getOrDefault(folder(address.handler()), List.of()));
            String body = address.request() == null ? "" : simple(address.request());
            found.addAll(byModel.getOrDefault(body, List.of()));
        }
        List<View> inOrder =
                new ArrayList<>(found.stream().filter(v -> !v.fields().isEmpty()).toList());
        found.stream().filter(view -> view.fields().isEmpty()).forEach(inOrder::add);
        return inOrder;
    }

    /** The convention of view folders: {@code Manage/Edit} of {@code ManageController.Edit}. */
    private static String folder(String handler) {
        int dot = handler.lastIndexOf('.');
        if (dot < 0) {
            return "";
        }
        String folder = handler.substring(handler.lastIndexOf('.', dot - 1) + 1, dot);
        return folder.replaceFirst("Controller$", "") + "/" + handler.substring(dot + 1);
    }

    /** A type without name space, and within a list. */
    static String simple(String type) {
        String inner = type.replaceFirst("^.*<", "").replaceFirst(">.*$", "");
        return inner.substring(inner.lastIndexOf('.') + 1);
    }

    /** The rules for what is entered. */
    List<Validation> rules(Request request) {
        Set<Validation> found = new LinkedHashSet<>();
        for (Endpoint address : request.addresses()) {
            String body = address.request() == null ? "" : simple(address.request());
            found.addAll(rules.getOrDefault(body, List.of()));
        }
        return List.copyOf(found);
    }

    /** All there are. */
    List<View> all() {
        return views;
    }

    /** All screens of the use cases and of the features, the use cases' first. */
    List<View> all(List<UseCase> cases) {
        Set<View> all = new LinkedHashSet<>();
        for (UseCase each : cases) {
            if (each.start() instanceof Request request) {
                all.addAll(of(request));
            }
        }
        all.addAll(material.linked().all(View.class));
        return List.copyOf(all);
    }

    /** All rules for entries of these screens, of the use cases and of the features. */
    List<Validation> allRules(List<UseCase> cases, List<View> shown) {
        Set<Validation> all = new LinkedHashSet<>();
        for (UseCase each : cases) {
            if (each.start() instanceof Request request) {
                all.addAll(rules(request));
            }
        }
        all.addAll(material.linked().all(Validation.class));
        shown.forEach(view -> all.addAll(rules.getOrDefault(simple(view.model()), List.of())));
        return List.copyOf(all);
    }
}
