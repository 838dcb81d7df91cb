package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.XmlElement;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether reference types without {@code ?} may be null in a file: they may unless the project, a
 * {@code Directory.Build.props} above it or the file itself enables nullable reference types.
 */
public final class NullableContext {
    private final Map<String, Boolean> projects = new HashMap<>();
    private final Map<String, Boolean> defaults = new HashMap<>();

    public NullableContext(CodeBase code) {
        for (DataFile file : code.data().readNamed("*.csproj")) {
            read(file, projects);
        }
        for (DataFile file : code.data().readNamed("Directory.Build.props")) {
            read(file, defaults);
        }
    }

    private static void read(DataFile file, Map<String, Boolean> by) {
        for (XmlElement element : file.xml().all("Nullable")) {
            by.put(
                    file.file().directory(),
                    element.text().equals("enable") || element.text().equals("annotations"));
        }
    }

    /** Whether {@code string} means a string that is not null there. */
    public boolean strict(CodeFile file) {
        String directory = file.file().directory();
        while (true) {
            Boolean said = projects.getOrDefault(directory, defaults.get(directory));
            if (said != null) {
                return said;
            }
            if (directory.isEmpty()) {
                return file.text().contains("#nullable enable");
            }
            directory = directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
        }
    }
}
