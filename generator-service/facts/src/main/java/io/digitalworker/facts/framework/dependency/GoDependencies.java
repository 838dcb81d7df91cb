package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Dependency;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;

/** The modules that {@code go.mod} requires; those that are there only for others have no scope. */
public final class GoDependencies implements Framework {
    @Override
    public void extract(CodeBase code, Findings findings) {
        for (SourceFile file : code.tree().files()) {
            if (file.name().equals("go.mod")) {
                read(code, file, findings);
            }
        }
    }

    private static void read(CodeBase code, SourceFile file, Findings findings) {
        SourceText text = code.tree().text(file);
        boolean inside = false;
        for (int number = 1; number <= text.lines(); number++) {
            String line = text.line(number).strip();
            boolean single = line.startsWith("require ") && !line.endsWith("(");
            if (line.startsWith("require") && line.endsWith("(")) {
                inside = true;
            } else if (line.startsWith(")")) {
                inside = false;
            } else if (inside || single) {
                String[] parts = (single ? line.substring(8).strip() : line).split("\\s+", 3);
                if (parts.length > 1 && parts[1].startsWith("v")) {
                    String scope = line.contains("// indirect") ? "" : "runtime";
                    findings.add(
                            new Dependency(
                                    parts[0],
                                    parts[1],
                                    "go",
                                    scope,
                                    Confidence.LITERAL,
                                    code.tree().evidence(file, number, number)));
                }
            }
        }
    }
}
