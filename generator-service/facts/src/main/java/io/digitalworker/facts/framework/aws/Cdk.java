package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import java.util.List;

/**
 * Constructs of the CDK in TypeScript, Java, Python and C#, as far as their arguments can be told:
 * functions, tables, queues, topics, rules and APIs with their methods and routes.
 */
public final class Cdk implements Framework {
    static final String FRAMEWORK = "cdk";

    private static final List<String> SIGNS =
            List.of("aws-cdk-lib", "@aws-cdk/", "aws_cdk", "awscdk", "Amazon.CDK");

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (Dialect dialect :
                List.of(Dialect.SCRIPT, Dialect.PYTHON, Dialect.JAVA, Dialect.CSHARP)) {
            for (CodeFile file : code.filesWith(dialect, "Stack", "Construct", "Stage")) {
                if (!SdkCalls.isTest(file.path()) && isCdk(file)) {
                    CdkFile found = new CdkFile(code, findings);
                    Sites.visit(file, found::visit);
                    found.emit();
                }
            }
        }
    }

    private static boolean isCdk(CodeFile file) {
        String text = file.text();
        return SIGNS.stream().anyMatch(text::contains);
    }
}
