package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.aws.Variables.Placed;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The Serverless Framework's {@code serverless.yml}: functions with their events, and the CloudFormation
 * resources within, also where both are in files of their own.
 */
public final class Serverless implements Framework {
    static final String FRAMEWORK = "serverless";

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (Language language : List.of(Language.JSON, Language.YAML)) {
            for (SourceFile file : code.data().files(language)) {
                String text = file.lines() == 0 ? "" : code.tree().text(file).text();
                if (text.contains("provider") && text.contains("service")) {
                    DataFile read = code.data().read(file);
                    DataNode root = read.root();
                    boolean service =
                            root.has("service")
                                    && root.has("provider")
                                    && (root.has("functions") || root.has("resources"));
                    if (service && onAws(root)) {
                        read(code, read, findings);
                    }
                }
            }
        }
    }

    private static boolean onAws(DataNode root) {
        DataNode provider = root.get("provider");
        String name = provider.isScalar() ? provider.text("") : provider.get("name").text("");
        return name.equals("aws") || name.startsWith("${");
    }

    private static void read(CodeBase code, DataFile file, Findings findings) {
        Variables variables = new Variables(code, file);
        List<ServerlessFunction> functions = new ArrayList<>();
        Placed all = variables.follow(variables.root().get("functions"));
        List<Placed> groups = new ArrayList<>();
        groups.add(all);
        all.node().items().forEach(item -> groups.add(variables.follow(all.with(item))));
        for (Placed group : groups) {
            group.node()
                    .entries()
                    .forEach(
                            entry ->
                                    functions.add(
                                            new ServerlessFunction(code, variables, group, entry)));
        }
        functions.forEach(function -> function.emit(findings));
        resources(code, variables, findings);
    }

    private static void resources(CodeBase code, Variables variables, Findings findings) {
        Placed resources = variables.follow(variables.root().get("resources"));
        List<Placed> parts = new ArrayList<>();
        parts.add(resources);
        resources.node().items().forEach(i -> parts.add(variables.follow(resources.with(i))));
        for (Placed part : parts) {
            boolean own = part.file().path().equals(variables.root().file().path());
            if (own && Template.isTemplate(part.node())) {
                CloudFormation.read(code, new Template(part.file(), part.node()), findings);
            }
            named(code, variables, part, findings);
        }
    }

    /** {@code Resources:} whose entries stand in files of their own. */
    private static void named(CodeBase code, Variables variables, Placed part, Findings findings) {
        Placed inner = variables.follow(part.get("Resources"));
        boolean elsewhere = !inner.file().path().equals(part.file().path());
        if (elsewhere) {
            fragment(code, inner, findings);
        }
        for (DataNode.Entry entry : inner.node().entries()) {
            Placed value = variables.follow(inner.with(entry.value()));
            if (!value.file().path().equals(inner.file().path())) {
                DataNode.Entry placed =
                        new DataNode.Entry(entry.key(), value.node().span(), value.node());
                fragment(
                        code,
                        value.with(new DataNode.Mapping(List.of(placed), value.node().span(), "")),
                        findings);
            }
        }
    }

    /** Resources without a template around them. */
    private static void fragment(CodeBase code, Placed resources, Findings findings) {
        DataNode.Entry entry =
                new DataNode.Entry("Resources", resources.node().span(), resources.node());
        DataNode root = new DataNode.Mapping(List.of(entry), resources.node().span(), "");
        if (Template.isTemplate(root)) {
            CloudFormation.read(code, new Template(resources.file(), root), findings);
        }
    }
}
