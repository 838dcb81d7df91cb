package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.framework.java.JavaBodies.Site;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the JAX-RS applications of a module begin: by annotation, settings, web.xml or Dropwizard. */
final class JaxRsApplications {
    private final JavaCode code;
    private final List<Application> applications = new ArrayList<>();

    private record Application(String root, Value path, TypeDeclaration type) {}

    private JaxRsApplications(JavaCode code) {
        this.code = code;
    }

    static JaxRsApplications of(JavaCode code) {
        JaxRsApplications applications = new JaxRsApplications(code);
        for (TypeDeclaration type : code.with("ApplicationPath")) {
            for (Noted noted : SpringControllers.noted(code, type)) {
                if (noted.annotation().is("ApplicationPath")) {
                    applications.enter(type, noted.annotation(), noted);
                }
            }
        }
        Iterable<Site> patterns =
                JavaBodies.calls(
                        code.files("setUrlPattern"), call -> call.name().equals("setUrlPattern"));
        for (Site site : patterns) {
            Argument.at(site.call().arguments(), 0)
                    .flatMap(a -> code.base().values().text(a, site.scope()))
                    .ifPresent(t -> applications.add(site.type(), new Value(t, true, false)));
        }
        return applications;
    }

    private void enter(TypeDeclaration type, Annotation annotation, Noted noted) {
        code.value(annotation, noted.scope(), "value").ifPresent(path -> add(type, path));
    }

    private void add(TypeDeclaration type, Value path) {
        Value plain =
                new Value(path.text().replaceFirst("/?\\*$", ""), path.known(), path.literal());
        applications.add(new Application(code.modules().root(type.evidence().path()), plain, type));
    }

    /** What stands before the paths of a resource; several when several applications have it. */
    List<Value> of(TypeDeclaration resource) {
        String file = resource.evidence().path();
        Value context = context(file);
        List<Value> own = near(resource).stream().map(Application::path).distinct().toList();
        List<Value> paths = own.isEmpty() ? List.of(configured(file)) : own;
        return paths.stream().map(path -> SpringPrefixes.plus(context, path)).toList();
    }

    /** The applications of the resource's module, those that name it if any does. */
    private List<Application> near(TypeDeclaration resource) {
        String root = code.modules().root(resource.evidence().path());
        List<Application> same = applications.stream().filter(a -> a.root().equals(root)).toList();
        if (same.isEmpty()) {
            same = running(root);
        }
        List<Application> naming =
                same.stream()
                        .filter(a -> code.fileOf(a.type()).mayHold(resource.simpleName()))
                        .toList();
        return naming.isEmpty() ? same : naming;
    }

    /** The applications that have a module on their class path; the only one if no build file tells. */
    private List<Application> running(String library) {
        List<Application> related =
                applications.stream().filter(a -> code.modules().holds(a.root(), library)).toList();
        boolean one = applications.stream().map(Application::root).distinct().count() == 1;
        if (!related.isEmpty() || !one || !code.settings().isWithoutOwn(library)) {
            return related;
        }
        return applications.stream().filter(a -> code.modules().mayRun(a.root(), library)).toList();
    }

    private Value context(String file) {
        Settings settings = code.settings();
        Value quarkus = settings.filled(file, "quarkus.http.root-path");
        Value spring = SpringPrefixes.ofSettings(code, file, false);
        Value dropwizard = settings.filled(file, "server.applicationContextPath");
        return SpringPrefixes.plus(SpringPrefixes.plus(quarkus, spring), dropwizard);
    }

    private Value configured(String file) {
        Value path =
                code.settings()
                        .filled(
                                file,
                                "quarkus.rest.path",
                                "quarkus.resteasy-reactive.path",
                                "quarkus.resteasy.path",
                                "spring.jersey.application-path");
        return path.text().isEmpty() ? ofWebXml(file) : path;
    }

    private Value ofWebXml(String file) {
        for (SourceFile webXml : code.base().data().named("web.xml")) {
            JavaModules modules = code.modules();
            boolean same = modules.root(webXml.path()).equals(modules.root(file));
            WebXml xml = WebXml.of(code.base().data().read(webXml));
            Optional<String> path =
                    xml.pathOf("ServletContainer")
                            .or(() -> xml.pathOf("HttpServletDispatcher"))
                            .or(() -> xml.pathOf("ws.rs.core.Application"));
            if (same && path.isPresent()) {
                return new Value(path.get(), true, false);
            }
        }
        return new Value("", true, true);
    }
}
