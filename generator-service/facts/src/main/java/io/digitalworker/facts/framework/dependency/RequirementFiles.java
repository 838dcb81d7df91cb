package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.ArchivePath;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code requirements.txt} and its likes, with the files that they name by {@code -r}. */
final class RequirementFiles {
    private final SourceTree tree;

    RequirementFiles(SourceTree tree) {
        this.tree = tree;
    }

    void extract(Findings findings) {
        Set<SourceFile> all =
                new LinkedHashSet<>(tree.files().stream().filter(RequirementFiles::is).toList());
        List<SourceFile> open = new ArrayList<>(all);
        for (int i = 0; i < open.size(); i++) {
            for (SourceFile named : read(open.get(i), findings)) {
                if (all.add(named)) {
                    open.add(named);
                }
            }
        }
    }

    private static boolean is(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean text = name.endsWith(".txt");
        return text
                && (name.contains("requirements")
                        || ArchivePath.name(file.directory()).equals("requirements"));
    }

    /** Notes what a file requires; gives the files that it names. */
    private List<SourceFile> read(SourceFile file, Findings findings) {
        List<SourceFile> named = new ArrayList<>();
        SourceText text = tree.text(file);
        String scope = PythonDependencies.scope(file.name(), "runtime");
        StringBuilder line = new StringBuilder();
        int first = 1;
        for (int number = 1; number <= text.lines(); number++) {
            String part = text.line(number).strip();
            boolean goesOn = part.endsWith("\\");
            line.append(goesOn ? part.substring(0, part.length() - 1) : part);
            if (goesOn && number < text.lines() && line.length() < 10_000) {
                continue;
            }
            String whole = line.toString().strip();
            if (whole.startsWith("-r") || whole.startsWith("--requirement")) {
                String path = whole.replaceFirst("^(?:-r|--requirement)[ =]?", "").strip();
                tree.file(ArchivePath.resolve(file.directory(), path)).ifPresent(named::add);
            } else {
                PythonDependencies.requirement(
                        egg(whole), scope, tree.evidence(file, first, number), findings);
            }
            line.setLength(0);
            first = number + 1;
        }
        return named;
    }

    /** {@code -e git+https://host/repo@v1#egg=name} as {@code name @ git+https://…}. */
    private static String egg(String line) {
        int egg = line.indexOf("#egg=");
        if (egg < 0) {
            return line;
        }
        String url = line.substring(0, egg).replaceFirst("^(?:-e|--editable)[ =]*", "").strip();
        String name = line.substring(egg + 5).split("[&\\[ ]", 2)[0];
        return name + " @ " + url;
    }
}
