package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * SAM and CloudFormation templates, in YAML and JSON: resources, the endpoints, messages and schedules
 * that start functions, tables, AppSync. Parameters count with their defaults; what only the deployment
 * knows stands in braces.
 */
public final class CloudFormation implements Framework {
    static final String FRAMEWORK = "cloudformation";
    static final String ENDPOINTS = "aws-api";

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (Template template : templates(code)) {
            read(code, template, findings);
        }
    }

    /** All templates of the archive, by path. */
    static List<Template> templates(CodeBase code) {
        List<Template> templates = new ArrayList<>();
        for (Language language : List.of(Language.JSON, Language.YAML)) {
            for (SourceFile file : code.data().files(language)) {
                String text = file.lines() == 0 ? "" : code.tree().text(file).text();
                if (text.contains("Resources") && text.contains("AWS::")) {
                    DataFile read = code.data().read(file);
                    if (Template.isTemplate(read.root())) {
                        templates.add(new Template(read, read.root()));
                    }
                }
            }
        }
        return templates;
    }

    static void read(CodeBase code, Template template, Findings findings) {
        Lambdas lambdas = new Lambdas(code, template, findings);
        lambdas.emit();
        new Gateways(code, template, lambdas, findings).emit();
        new Triggers(template, lambdas, findings).emit();
        new Stores(template, findings).emit();
        new AppSync(code, template, findings).emit();
        new PlainResources(template, findings).emit();
    }
}
