package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.View;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Razor pages with their handlers, Razor views and components. A page answers GET also where it has no
 * handler for it.
 */
public final class Pages implements Framework {
    private static final int MAX_FIELDS = 60;
    private static final Pattern PAGE =
            Pattern.compile(
                    "^[ \\t\\uFEFF]*@page(?:[ \\t]+\"([^\"\\n]*)\")?[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern MODEL =
            Pattern.compile("^[ \\t]*@model[ \\t]+([^\\r\\n]+)", Pattern.MULTILINE);
    private static final Pattern FIELD =
            Pattern.compile(
                    "<(?:input|select|textarea|nop-editor|nop-select|nop-textarea)\\b[^<>]{0,400}?\\b(?:asp-)?for=\"@?([\\w.\\[\\]]{1,200})\"");
    private static final Pattern BOUND = Pattern.compile("@bind(?:-Value)?=\"@?([\\w.]{1,200})\"");
    private static final Pattern HANDLER =
            Pattern.compile("On(Get|Post|Put|Delete|Patch|Head)(\\w*?)(Async)?");

    @Override
    public void extract(CodeBase code, Findings findings) {
        Reading reading = null;
        for (SourceFile file : code.tree().files()) {
            if (file.language() == Language.RAZOR) {
                reading = reading == null ? new Reading(code, findings) : reading;
                reading.read(file);
            }
        }
    }

    /** Reads all files. */
    private static final class Reading {
        private final CodeBase code;
        private final Web web;
        private final Access access;
        private final Findings findings;

        Reading(CodeBase code, Findings findings) {
            this.code = code;
            this.web = new Web(code);
            this.access = new Access(web);
            this.findings = findings;
        }

        void read(SourceFile file) {
            String name = file.name();
            SourceText text = code.tree().text(file);
            if (text.lines() == 0 || name.startsWith("_Import") || name.startsWith("_View")) {
                return;
            }
            if (name.endsWith(".razor")) {
                component(file, text);
            } else {
                page(file, text);
            }
        }

        private Evidence evidence(SourceFile file) {
            return code.tree().evidence(file, 1, Math.max(1, file.lines()));
        }

        // ---- components

        private void component(SourceFile file, SourceText text) {
            List<String> routes = new ArrayList<>();
            Matcher pages = PAGE.matcher(text.text());
            while (pages.find()) {
                if (pages.group(1) != null) {
                    routes.add(Template.of(pages.group(1)).path());
                }
            }
            Set<String> fields = fields(BOUND, text.text());
            fields.addAll(fields(FIELD, text.text()));
            String name = file.name().substring(0, file.name().length() - ".razor".length());
            if (routes.isEmpty()) {
                routes.add("");
            }
            for (String route : routes) {
                findings.add(
                        new View(
                                name,
                                "component",
                                route,
                                "",
                                List.copyOf(fields),
                                "blazor",
                                Confidence.LITERAL,
                                evidence(file)));
            }
        }

        // ---- pages and views

        private void page(SourceFile file, SourceText text) {
            Matcher page = PAGE.matcher(text.text());
            boolean routed = finds(page, "@page", text) && text.lineOf(page.start()) <= 40;
            Matcher model = MODEL.matcher(text.text());
            String type = finds(model, "@model", text) ? model.group(1).strip() : "";
            String given = routed && page.group(1) != null ? page.group(1) : "";
            String where = routed ? where(file.path()) : "";
            boolean known = routed && !where.isEmpty();
            Template template = known ? template(where, given) : Template.of("");
            findings.add(
                    new View(
                            shortName(file.path()),
                            known ? "razor-page" : "razor-view",
                            known ? template.path() : "",
                            type,
                            List.copyOf(fields(FIELD, text.text())),
                            Web.NAME,
                            routed && given.startsWith("/")
                                    ? Confidence.LITERAL
                                    : known ? Confidence.CONVENTION : Confidence.LITERAL,
                            evidence(file)));
            if (known) {
                endpoints(file, type, template);
            }
        }

        /** Looks from the first line on that holds a word, which is quicker than a pattern. */
        private static boolean finds(Matcher matcher, String word, SourceText text) {
            int at = text.text().indexOf(word);
            return at >= 0 && matcher.find(text.text().lastIndexOf('\n', at) + 1);
        }

        private static Set<String> fields(Pattern pattern, String text) {
            Set<String> fields = new LinkedHashSet<>();
            Matcher matcher = pattern.matcher(text);
            boolean worthIt = pattern.equals(BOUND) || text.contains("for=\"");
            while (worthIt && matcher.find() && fields.size() < MAX_FIELDS) {
                fields.add(matcher.group(1));
            }
            return fields;
        }

        /** From the directory of pages or views on, without the ending. */
        private static String shortName(String path) {
            String bare = path.substring(0, path.lastIndexOf('.'));
            int areas = bare.lastIndexOf("/Areas/");
            int pages = Math.max(bare.lastIndexOf("/Pages/"), bare.lastIndexOf("/Views/"));
            int from = areas >= 0 ? areas : pages;
            return from < 0 ? bare : bare.substring(from + 1);
        }

        /** The path that the place of a page gives it; empty when it is not among pages. */
        private static String where(String path) {
            String full = "/" + path.substring(0, path.lastIndexOf('.'));
            int pages = full.indexOf("/Pages/");
            if (pages < 0) {
                return "";
            }
            int areas = full.lastIndexOf("/Areas/", pages);
            String area = areas < 0 ? "" : full.substring(areas + 7, pages);
            String place =
                    Template.joined(area.contains("/") ? "" : area, full.substring(pages + 7));
            String so = "/" + place.replaceFirst("^/", "");
            return so.endsWith("/Index") ? so.substring(0, so.length() - 5) : so;
        }

        /** {@code {handler?}} only chooses the handler: it is no parameter. */
        private static Template template(String where, String given) {
            String own = given.replaceAll("/?\\{handler\\?\\}", "");
            return Template.of(
                    Template.absolute(own)
                            ? own.replaceFirst("^~", "")
                            : Template.joined(where, own));
        }

        private void endpoints(SourceFile file, String model, Template template) {
            Optional<CodeFile> behind = code.file(file.path() + ".cs");
            TypeDeclaration type = behind.map(b -> modelOf(b, model)).orElse(null);
            boolean got = false;
            if (type != null) {
                for (TypeDeclaration each : web.types().lineage(type)) {
                    for (Member member : each.members()) {
                        Matcher handler = HANDLER.matcher(member.name());
                        boolean handles =
                                member.kind() == MemberKind.METHOD
                                        && member.has("public")
                                        && !member.has("static")
                                        && handler.matches();
                        if (handles) {
                            String method = handler.group(1).toUpperCase(Locale.ROOT);
                            got |= method.equals("GET");
                            endpoint(type, each, member, method, template);
                        }
                    }
                }
            }
            if (!got) {
                List<String> needs = type == null ? List.of() : access.of(web.annotations(type));
                String handler = type == null ? "" : type.name();
                findings.add(
                        fact(
                                "GET",
                                template,
                                handler,
                                new Inputs(web, template, "GET", Inputs.Rules.VIEW),
                                new Answers(web),
                                needs,
                                evidence(file)));
            }
        }

        private static @Nullable TypeDeclaration modelOf(CodeFile behind, String model) {
            String simple = TypeName.of(model).simpleName();
            TypeDeclaration found = null;
            for (TypeDeclaration type : behind.types()) {
                boolean named = type.simpleName().equals(simple);
                found =
                        named || (found == null && type.simpleName().endsWith("Model"))
                                ? type
                                : found;
            }
            return found;
        }

        private void endpoint(
                TypeDeclaration model,
                TypeDeclaration declaring,
                Member member,
                String method,
                Template template) {
            CodeFile file = web.file(declaring);
            Scope scope = Scope.of(file, declaring);
            Inputs inputs = new Inputs(web, template, method, Inputs.Rules.VIEW);
            inputs.add(member.parameters(), scope);
            inputs.add(bound(model, method), web.scope(model));
            Answers answers = new Answers(web).seen(file, member.body());
            List<Placed> annotations = new ArrayList<>();
            member.annotations().forEach(a -> annotations.add(new Placed(a, scope)));
            annotations.addAll(web.annotations(model));
            String handler = model.name() + "." + member.name();
            findings.add(
                    fact(
                            method,
                            template,
                            handler,
                            inputs,
                            answers,
                            access.of(annotations),
                            member.evidence()));
        }

        /** The properties that are bound to what is sent. */
        private List<Parameter> bound(TypeDeclaration model, String method) {
            List<Parameter> bound = new ArrayList<>();
            boolean all =
                    web.types().lineage(model).stream()
                            .flatMap(t -> t.annotations().stream())
                            .anyMatch(a -> a.is("BindProperties"));
            for (TypeDeclaration each : web.types().lineage(model)) {
                for (Member member : each.members()) {
                    boolean marked =
                            member.kind() == MemberKind.PROPERTY
                                    && (all
                                            || member.annotations().stream()
                                                    .anyMatch(a -> binds(a, method)));
                    if (marked && (!all || !method.equals("GET"))) {
                        bound.add(new Parameter(member.name(), member.type(), List.of(), null));
                    }
                }
            }
            return bound;
        }

        private static boolean binds(Annotation annotation, String method) {
            boolean get =
                    annotation
                            .argument("SupportsGet")
                            .filter(e -> Web.dotted(e).equals("true"))
                            .isPresent();
            return annotation.is("BindProperty") && (get || !method.equals("GET"));
        }

        private static Endpoint fact(
                String method,
                Template template,
                String handler,
                Inputs inputs,
                Answers answers,
                List<String> needs,
                Evidence evidence) {
            return new Endpoint(
                    method,
                    template.path(),
                    List.of(),
                    handler,
                    Web.NAME,
                    inputs.done(),
                    inputs.request(),
                    answers.done(),
                    needs,
                    List.of(),
                    Confidence.CONVENTION,
                    evidence);
        }
    }
}
