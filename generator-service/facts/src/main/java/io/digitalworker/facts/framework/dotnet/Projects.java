package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which of several types of the same name a C# file means, by what its project opens ({@code global
 * using}) and refers to. A project is the directory of a {@code .csproj}.
 */
final class Projects {
    private final CodeBase code;
    private final Set<String> directories = new HashSet<>();
    private final Map<String, Set<String>> opened = new HashMap<>();
    private final Map<String, Set<String>> references = new HashMap<>();

    Projects(CodeBase code) {
        this.code = code;
        for (SourceFile file : code.data().named("*.csproj")) {
            directories.add(file.directory());
        }
        for (SourceFile file : code.data().named("*.csproj")) {
            read(code.data().read(file));
        }
        for (CodeFile file : code.filesWith(Dialect.CSHARP, "global")) {
            globalUsings(file);
        }
    }

    private void read(DataFile file) {
        String own = file.file().directory();
        for (XmlElement using : file.xml().all("Using")) {
            using.attribute("Include")
                    .ifPresent(n -> opened.computeIfAbsent(own, d -> new HashSet<>()).add(n));
        }
        for (XmlElement reference : file.xml().all("ProjectReference")) {
            reference
                    .attribute("Include")
                    .map(path -> normal(own, path))
                    .ifPresent(d -> references.computeIfAbsent(own, o -> new HashSet<>()).add(d));
        }
    }

    /** The directory of a referenced project, from the root of the archive. */
    private static String normal(String from, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (from + "/" + path.replace('\\', '/')).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        parts.pollLast();
        return String.join("/", parts);
    }

    private void globalUsings(CodeFile file) {
        Tokens tokens = file.tokens();
        Set<String> names = opened.computeIfAbsent(of(file), d -> new HashSet<>());
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, "global") && tokens.is(i + 1, "using")) {
                StringBuilder name = new StringBuilder();
                for (int j = i + 2; j < tokens.size() && !tokens.is(j, ';'); j++) {
                    name.append(tokens.word(j));
                }
                names.add(name.toString());
            }
        }
    }

    private String of(CodeFile file) {
        String directory = file.file().directory();
        while (!directories.contains(directory) && !directory.isEmpty()) {
            directory = directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
        }
        return directory;
    }

    /** The candidate that a file means; empty if nothing tells. */
    Optional<TypeDeclaration> choose(List<TypeDeclaration> candidates, CodeFile from) {
        Optional<TypeDeclaration> near =
                first(candidates, type -> code.fileOf(type).equals(from) || sees(from, type));
        String project = of(from);
        Set<String> global = opened.getOrDefault(project, Set.of());
        Set<String> referred = reachable(project);
        return near.or(() -> first(candidates, type -> global.contains(type.namespace())))
                .or(() -> first(candidates, type -> of(code.fileOf(type)).equals(project)))
                .or(() -> first(candidates, type -> referred.contains(of(code.fileOf(type)))));
    }

    private static Optional<TypeDeclaration> first(
            List<TypeDeclaration> candidates, Predicate<TypeDeclaration> wanted) {
        return candidates.stream().filter(wanted).findFirst();
    }

    /** Whether a file opens the namespace of a type, or lies in it or below. */
    private static boolean sees(CodeFile file, TypeDeclaration type) {
        String namespace = type.namespace();
        boolean opens =
                file.imports().stream()
                        .anyMatch(i -> i.module().equals(namespace) && i.alias().isEmpty());
        return opens
                || file.types().stream()
                        .anyMatch(own -> (own.namespace() + ".").startsWith(namespace + "."));
    }

    private Set<String> reachable(String project) {
        Set<String> seen = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(references.getOrDefault(project, Set.of()));
        while (!waiting.isEmpty()) {
            String next = waiting.pop();
            if (seen.add(next)) {
                waiting.addAll(references.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }
}
