package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The declarations of one file.
 *
 * @param types by line; functions outside any type are members of one of kind {@link TypeKind#FILE}
 * @param imports in the order of the text
 */
public record FileDeclarations(List<TypeDeclaration> types, List<Import> imports) {
    public FileDeclarations {
        types = List.copyOf(types);
        imports = List.copyOf(imports);
    }

    /** Reads a file whose tokens are known; nothing is declared in one that no scanner reads. */
    public static FileDeclarations of(
            SourceTree tree, SourceFile file, SourceText text, Tokens tokens) {
        Scanner scanner = Scanners.of(file.language());
        if (scanner == null) {
            return new FileDeclarations(List.of(), List.of());
        }
        Collected collected = new Collected(tree, file, text);
        scanner.scan(tokens, collected);
        return collected.done();
    }

    /** Gives places their lines, and members their owners. */
    private static final class Collected implements Found {
        private static final int MAX_SIGNATURE = 200;

        /** No more of a head is looked at, however much white space it holds. */
        private static final int MAX_HEAD = 1_000;

        private final SourceTree tree;
        private final SourceFile file;
        private final SourceText text;
        private final List<TypeHead> types = new ArrayList<>();
        private final List<List<Member>> members = new ArrayList<>();
        private final List<Member> fileMembers = new ArrayList<>();
        private final List<Import> imports = new ArrayList<>();

        Collected(SourceTree tree, SourceFile file, SourceText text) {
            this.tree = tree;
            this.file = file;
            this.text = text;
        }

        @Override
        public int type(TypeHead head) {
            types.add(head);
            members.add(new ArrayList<>());
            return types.size() - 1;
        }

        @Override
        public void member(int owner, String within, MemberHead head) {
            String type = owner == FILE ? "" : types.get(owner).name() + ".";
            String prefix = within.isEmpty() ? type : type + within + ".";
            (owner == FILE ? fileMembers : members.get(owner))
                    .add(
                            new Member(
                                    head.name(),
                                    prefix + head.name(),
                                    head.kind(),
                                    signature(head.signature()),
                                    head.modifiers(),
                                    head.type(),
                                    head.typeParameters(),
                                    head.parameters(),
                                    head.annotations(),
                                    evidence(head.span()),
                                    head.span(),
                                    head.initializer(),
                                    head.body(),
                                    head.expressionBody()));
        }

        @Override
        public void imported(Import imported) {
            imports.add(imported);
        }

        FileDeclarations done() {
            List<TypeDeclaration> closed = new ArrayList<>();
            if (!fileMembers.isEmpty()) {
                closed.add(ofFile());
            }
            for (int i = 0; i < types.size(); i++) {
                closed.add(of(types.get(i), members.get(i)));
            }
            closed.sort(Comparator.comparing(TypeDeclaration::evidence));
            return new FileDeclarations(closed, imports);
        }

        private TypeDeclaration of(TypeHead head, List<Member> its) {
            return new TypeDeclaration(
                    head.name(),
                    head.namespace(),
                    head.kind(),
                    file.language().title(),
                    signature(head.signature()),
                    head.modifiers(),
                    head.typeParameters(),
                    head.bases(),
                    head.annotations(),
                    evidence(head.span()),
                    head.span(),
                    head.body(),
                    its);
        }

        private TypeDeclaration ofFile() {
            Span all = new Span(0, text.text().length());
            return new TypeDeclaration(
                    file.name(),
                    "",
                    TypeKind.FILE,
                    file.language().title(),
                    file.name(),
                    Set.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    tree.evidence(file, 1, file.lines()),
                    all,
                    all,
                    fileMembers);
        }

        private Evidence evidence(Span span) {
            int first = text.lineOf(span.start());
            int last = text.lineOf(Math.max(span.start(), span.end() - 1));
            return tree.evidence(file, first, Math.max(first, last));
        }

        private String signature(Span span) {
            String all = text.text();
            int end = Math.min(Math.min(span.end(), span.start() + MAX_HEAD), all.length());
            StringBuilder line = new StringBuilder();
            for (int i = span.start(); i < end && line.length() <= MAX_SIGNATURE; i++) {
                char c = all.charAt(i);
                boolean space = Character.isWhitespace(c);
                if (!space) {
                    line.append(c);
                } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            }
            return line.length() > MAX_SIGNATURE
                    ? line.substring(0, MAX_SIGNATURE - 1) + "…"
                    : line.toString().strip();
        }
    }
}
