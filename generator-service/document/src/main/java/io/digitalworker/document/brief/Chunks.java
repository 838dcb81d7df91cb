package io.digitalworker.document.brief;

import io.digitalworker.facts.Facts;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Cuts a source tree into chunks: a method each, a type with its fields and properties, and views and
 * scripts by pieces of lines. Goes file by file, so that one text at a time is in memory.
 */
final class Chunks {
    private static final int LINES_OF_PIECE = 60;
    private static final int LINES_OF_TYPE = 80;
    private static final int LINES_OF_COMMENT = 20;
    private static final Set<MemberKind> WITH_BODY =
            Set.of(MemberKind.METHOD, MemberKind.CONSTRUCTOR, MemberKind.FUNCTION);
    private static final Set<Language> PIECES =
            Set.of(
                    Language.RAZOR,
                    Language.VUE,
                    Language.JSP,
                    Language.ASPX,
                    Language.HTML,
                    Language.SQL,
                    Language.GRAPHQL,
                    Language.PROTOBUF,
                    Language.PRISMA,
                    Language.RUBY,
                    Language.RUST,
                    Language.SCALA,
                    Language.GROOVY,
                    Language.C,
                    Language.VISUAL_BASIC,
                    Language.FSHARP);

    private final SourceTree tree;
    private final BiConsumer<Chunk, String> out;

    private Chunks(SourceTree tree, BiConsumer<Chunk, String> out) {
        this.tree = tree;
        this.out = out;
    }

    /** Hands out each chunk with its text, by path and line. */
    static void cut(SourceTree tree, Facts facts, BiConsumer<Chunk, String> out) {
        Map<String, List<TypeDeclaration>> types = new LinkedHashMap<>();
        for (TypeDeclaration type : facts.types()) {
            types.computeIfAbsent(type.evidence().path(), path -> new ArrayList<>()).add(type);
        }
        Chunks chunks = new Chunks(tree, out);
        for (SourceFile file : tree.files()) {
            List<TypeDeclaration> declared = types.getOrDefault(file.path(), List.of());
            if (!declared.isEmpty()) {
                SourceText text = tree.text(file);
                declared.forEach(type -> chunks.type(file, text, type));
            } else if (PIECES.contains(file.language())) {
                chunks.pieces(file);
            }
        }
    }

    private void type(SourceFile file, SourceText text, TypeDeclaration type) {
        if (type.kind() != TypeKind.FILE) {
            head(file, text, type);
        }
        for (Member member : type.members()) {
            if (WITH_BODY.contains(member.kind())) {
                Chunk chunk =
                        new Chunk(
                                member.qualifiedName(),
                                member.kind().key(),
                                member.signature(),
                                member.evidence());
                out.accept(chunk, text(text, chunk));
            }
        }
    }

    /** The type up to its first method, with the fields and properties that come later. */
    private void head(SourceFile file, SourceText text, TypeDeclaration type) {
        int first = type.evidence().startLine();
        int last = Math.min(type.evidence().endLine(), first + LINES_OF_TYPE - 1);
        for (Member member : type.members()) {
            if (WITH_BODY.contains(member.kind())) {
                last = Math.min(last, Math.max(first, member.evidence().startLine() - 1));
            }
        }
        while (last > first && text.line(last).isBlank()) {
            last--;
        }
        StringBuilder body = new StringBuilder();
        Chunk chunk =
                new Chunk(
                        type.name(),
                        type.kind().key(),
                        type.signature(),
                        tree.evidence(file, first, last));
        body.append(text(text, chunk));
        for (Member member : type.members()) {
            if (!WITH_BODY.contains(member.kind()) && member.evidence().startLine() > last) {
                body.append(member.signature()).append('\n');
            }
        }
        out.accept(chunk, body.toString());
    }

    private void pieces(SourceFile file) {
        SourceText text = tree.text(file);
        for (int first = 1; first <= file.lines(); first += LINES_OF_PIECE) {
            int last = Math.min(file.lines(), first + LINES_OF_PIECE - 1);
            Chunk chunk = new Chunk(file.name(), Chunk.FILE, "", tree.evidence(file, first, last));
            out.accept(chunk, text(text, chunk));
        }
    }

    /** The lines of a chunk with the comment right above it. */
    static String text(SourceText text, Chunk chunk) {
        int first = chunk.evidence().startLine();
        boolean declared = !chunk.kind().equals(Chunk.FILE);
        for (int n = 0; declared && n < LINES_OF_COMMENT && comment(text.line(first - 1)); n++) {
            first--;
        }
        return text.lines(first, chunk.evidence().endLine());
    }

    private static boolean comment(String line) {
        String start = line.strip();
        return start.startsWith("//")
                || start.startsWith("*")
                || start.startsWith("/*")
                || start.startsWith("#");
    }
}
