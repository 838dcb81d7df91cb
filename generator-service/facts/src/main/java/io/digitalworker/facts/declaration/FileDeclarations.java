package io.digitalworker.facts.declaration;

import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The declarations of one file: gives places their lines, and members their owners. */
final class FileDeclarations implements Found {
    private static final int MAX_SIGNATURE = 200;

    private final SourceTree tree;
    private final SourceFile file;
    private final SourceText text;
    private final List<Open> types = new ArrayList<>();
    private final List<Member> fileMembers = new ArrayList<>();

    /** A type whose members are still being collected. */
    private record Open(TypeDeclaration type, List<Member> members) {
        TypeDeclaration closed() {
            return new TypeDeclaration(
                    type.name(),
                    type.namespace(),
                    type.kind(),
                    type.language(),
                    type.signature(),
                    type.evidence(),
                    members);
        }
    }

    FileDeclarations(SourceTree tree, SourceFile file) {
        this.tree = tree;
        this.file = file;
        this.text = tree.text(file);
    }

    List<TypeDeclaration> read(Scanner scanner) {
        scanner.scan(scanner.profile().tokens(text.text()), this);
        List<TypeDeclaration> closed = new ArrayList<>();
        if (!fileMembers.isEmpty()) {
            closed.add(fileType());
        }
        types.forEach(open -> closed.add(open.closed()));
        closed.sort(Comparator.comparing(TypeDeclaration::evidence));
        return closed;
    }

    private TypeDeclaration fileType() {
        return new TypeDeclaration(
                file.name(),
                "",
                TypeKind.FILE,
                file.language().title(),
                file.name(),
                tree.evidence(file, 1, file.lines()),
                fileMembers);
    }

    @Override
    public int type(
            String name,
            String namespace,
            TypeKind kind,
            int start,
            int head,
            int headEnd,
            int end) {
        TypeDeclaration type =
                new TypeDeclaration(
                        name,
                        namespace,
                        kind,
                        file.language().title(),
                        signature(head, headEnd),
                        evidence(start, end),
                        List.of());
        types.add(new Open(type, new ArrayList<>()));
        return types.size() - 1;
    }

    @Override
    public void member(
            int owner, String name, MemberKind kind, int start, int head, int headEnd, int end) {
        String prefix = owner == FILE ? "" : types.get(owner).type().name() + ".";
        List<Member> members = owner == FILE ? fileMembers : types.get(owner).members();
        members.add(
                new Member(
                        name, prefix + name, kind, signature(head, headEnd), evidence(start, end)));
    }

    private Evidence evidence(int start, int end) {
        int first = text.lineOf(start);
        return tree.evidence(file, first, Math.max(first, text.lineOf(Math.max(start, end - 1))));
    }

    private String signature(int head, int headEnd) {
        int end = Math.min(Math.max(head, headEnd), Math.min(text.text().length(), head + 1_000));
        String line = text.text().substring(head, end).replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_SIGNATURE ? line : line.substring(0, MAX_SIGNATURE - 1) + "…";
    }
}
