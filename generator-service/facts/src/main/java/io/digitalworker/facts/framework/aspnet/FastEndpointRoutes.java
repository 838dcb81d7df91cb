package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;

/** Where an endpoint is: its routes behind its group, the global prefix and its version. */
final class FastEndpointRoutes {
    private final FastEndpointSettings settings;

    FastEndpointRoutes(Web web) {
        this.settings = new FastEndpointSettings(web);
    }

    String full(FastEndpointSetup setup, Mount group, String route, CodeFile file) {
        String global =
                setup.overridden ? setup.prefix : settings.get(file, "Endpoints.RoutePrefix");
        String path = Template.joined(Template.joined(global, group.prefix()), route);
        return versioned(path, setup.version, file);
    }

    private String versioned(String path, String version, CodeFile file) {
        String given =
                version.isEmpty() ? settings.get(file, "Versioning.DefaultVersion") : version;
        boolean on =
                !settings.get(file, "Versioning.Prefix").isEmpty()
                        || !settings.get(file, "Versioning.PrependToRoute").isEmpty();
        if (given.isEmpty() || given.equals("0") || (!on && version.isEmpty())) {
            return path;
        }
        String letter = settings.get(file, "Versioning.Prefix");
        String segment = (letter.isEmpty() ? "v" : letter) + given;
        boolean before =
                settings.get(file, "Versioning.PrependToRoute").equals("true")
                        || settings.get(file, "Versioning.PrependToRoute").equals("{true}");
        return before ? prepended(path, segment, file) : Template.joined(path, segment);
    }

    /** Behind the prefix of all routes. */
    private String prepended(String path, String segment, CodeFile file) {
        String global = settings.get(file, "Endpoints.RoutePrefix");
        return !global.isEmpty() && path.startsWith(global)
                ? Template.joined(Template.joined(global, segment), path.substring(global.length()))
                : Template.joined(segment, path);
    }
}
