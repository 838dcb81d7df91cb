package io.digitalworker.facts.framework.nopcommerce;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.dotnet.Bodies;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plugins ({@code plugin.json} with the class that is the plugin and what it implements), the widget
 * zones of the shop and the names of its message templates.
 */
public final class NopPlugins implements Framework {
    private static final String PLUGIN = "nopcommerce-plugin";
    private static final List<String> KEYS =
            List.of("Group", "FriendlyName", "Version", "SupportedVersions", "FileName", "Author");
    private static final Set<String> ZONES = Set.of("PublicWidgetZones", "AdminWidgetZones");
    private static final Set<String> ZONE_METHODS = Set.of("GetWidgetZones", "GetWidgetZonesAsync");

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<TypeDeclaration> classes = new ArrayList<>();
        for (DataFile file : code.data().readNamed("plugin.json")) {
            DataNode root = file.root();
            boolean plugin = !root.getIgnoringCase("SystemName").text("").isEmpty();
            if (plugin && file.file().lines() > 0) {
                if (classes.isEmpty()) {
                    classes.addAll(Nop.classesOn(code, "IPlugin"));
                    classes.addAll(Nop.classesOn(code, "BasePlugin"));
                }
                plugin(code, file, root, classes, findings);
            }
        }
        for (CodeFile file : Nop.files(code)) {
            for (TypeDeclaration type : file.types()) {
                named(code, file, type, findings);
            }
        }
    }

    private static void plugin(
            CodeBase code,
            DataFile file,
            DataNode root,
            List<TypeDeclaration> classes,
            Findings findings) {
        SortedMap<String, String> settings = new TreeMap<>();
        for (String key : KEYS) {
            String value = String.join(", ", root.getIgnoringCase(key).texts());
            if (!value.isEmpty()) {
                settings.put(
                        key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1), value);
            }
        }
        Set<String> targets =
                new LinkedHashSet<>(root.getIgnoringCase("DependsOnSystemNames").texts());
        Optional<TypeDeclaration> main = main(code, file, classes);
        main.ifPresent(
                type -> {
                    settings.put("class", type.simpleName());
                    settings.put("implements", String.join(", ", contracts(code, type)));
                    targets.addAll(zones(code, type));
                });
        settings.values().removeIf(String::isEmpty);
        findings.add(
                new Resource(
                        root.getIgnoringCase("SystemName").text(""),
                        PLUGIN,
                        Nop.FRAMEWORK,
                        settings,
                        new ArrayList<>(targets),
                        Confidence.LITERAL,
                        file.evidence(root.span())));
    }

    /** The class that is the plugin stands in the directory of plugin.json. */
    private static Optional<TypeDeclaration> main(
            CodeBase code, DataFile file, List<TypeDeclaration> classes) {
        String own = file.file().directory();
        String directory = own.isEmpty() ? "" : own + "/";
        return classes.stream()
                .filter(type -> code.fileOf(type).path().startsWith(directory))
                .findFirst();
    }

    private static List<String> contracts(CodeBase code, TypeDeclaration type) {
        Set<String> names = new LinkedHashSet<>();
        for (TypeDeclaration part : code.symbols().types().parts(type)) {
            for (String base : part.bases()) {
                String name = TypeName.of(base).simpleName();
                if (name.length() > 1
                        && name.startsWith("I")
                        && Character.isUpperCase(name.charAt(1))) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    /** The zones that a widget shows itself in, as far as its own method names them. */
    private static List<String> zones(CodeBase code, TypeDeclaration type) {
        Set<String> zones = new LinkedHashSet<>();
        CodeFile file = code.fileOf(type);
        for (Member member : type.members()) {
            if (ZONE_METHODS.contains(member.name())) {
                Bodies.walk(
                        file,
                        type,
                        member,
                        (expression, scope, conditions) -> zone(code, expression, scope, zones));
            }
        }
        return List.copyOf(zones);
    }

    private static void zone(CodeBase code, Expression expression, Scope scope, Set<String> zones) {
        if (expression instanceof Text text) {
            zones.add(text.value());
        } else if (expression instanceof Select select
                && select.target() instanceof Expression.Name holder
                && ZONES.contains(holder.name())) {
            Value value = code.values().first(expression, scope);
            zones.add(value.known() ? value.text() : select.name());
        }
    }

    /** Constants of the classes that name widget zones and message templates. */
    private static void named(
            CodeBase code, CodeFile file, TypeDeclaration type, Findings findings) {
        boolean zones = ZONES.contains(type.simpleName());
        boolean templates = type.simpleName().equals("MessageTemplateSystemNames");
        if (!zones && !templates) {
            return;
        }
        String kind = zones ? "nopcommerce-widget-zone" : "nopcommerce-message-template";
        for (Member member : type.members()) {
            boolean value =
                    member.kind() == MemberKind.FIELD || member.kind() == MemberKind.PROPERTY;
            boolean body = member.expressionBody() && !member.body().isEmpty();
            if (value && (body || !member.initializer().isEmpty())) {
                Expression said = file.expression(body ? member.body() : member.initializer());
                code.values()
                        .text(said, Scope.of(file, type))
                        .ifPresent(
                                text ->
                                        findings.add(
                                                new Resource(
                                                        text,
                                                        kind,
                                                        Nop.FRAMEWORK,
                                                        new TreeMap<>(),
                                                        List.of(),
                                                        Confidence.LITERAL,
                                                        member.evidence())));
            }
        }
    }
}
