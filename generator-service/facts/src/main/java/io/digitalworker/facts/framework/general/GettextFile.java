package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.source.ArchivePath;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;

/** A {@code .po} file: the texts of its {@code msgid}; obsolete entries and the header are left out. */
final class GettextFile {
    private final SourceTree tree;
    private final SourceFile file;

    GettextFile(SourceTree tree, SourceFile file) {
        this.tree = tree;
        this.file = file;
    }

    void read(LocalizationKeys keys) {
        String culture = culture();
        SourceText text = tree.text(file);
        for (int number = 1; number <= text.lines(); number++) {
            String line = text.line(number).strip();
            if (!line.startsWith("msgid ")) {
                continue;
            }
            int first = number;
            StringBuilder id = new StringBuilder(unquoted(line.substring(6).strip()));
            while (number < text.lines() && text.line(number + 1).stripLeading().startsWith("\"")) {
                number++;
                id.append(unquoted(text.line(number).strip()));
            }
            int last = number;
            keys.declared(id.toString(), culture, () -> tree.evidence(file, first, last));
        }
    }

    /** Of {@code locale/de/LC_MESSAGES/django.po}, or {@code de.po}. */
    private String culture() {
        String own = LocalizationKeys.culture(ArchivePath.stem(file.path()));
        if (!own.isEmpty()) {
            return own;
        }
        String parent = file.directory();
        String above = ArchivePath.directory(parent);
        String here = LocalizationKeys.culture(ArchivePath.name(above));
        return here.isEmpty() ? LocalizationKeys.culture(ArchivePath.name(parent)) : here;
    }

    private static String unquoted(String quoted) {
        boolean is = quoted.length() > 1 && quoted.startsWith("\"") && quoted.endsWith("\"");
        String inner = is ? quoted.substring(1, quoted.length() - 1) : quoted;
        return inner.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\");
    }
}
