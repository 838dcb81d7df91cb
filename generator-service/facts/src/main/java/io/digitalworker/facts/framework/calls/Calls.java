package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.general.TestCode;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who calls whom within the archive, who publishes to whom, who touches which entity, who calls out.
 * Tests are left out. What stands outside any member is done by the file, named as it is; a call of
 * itself is none. The tokens of bodies are looked at once and in order; a receiver is followed through
 * declared types only.
 */
public final class Calls implements Framework {
    private static final Set<Dialect> READ =
            Set.of(Dialect.CSHARP, Dialect.JAVA, Dialect.SCRIPT, Dialect.PYTHON);

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<CodeFile> files =
                code.files().stream()
                        .filter(file -> READ.contains(file.dialect()))
                        .filter(file -> !TestCode.is(file.path()))
                        .toList();
        if (files.isEmpty()) {
            return;
        }
        CallWorld world = CallWorld.of(code, files);
        CallSink sink = new CallSink(findings);
        for (CodeFile file : files) {
            file(file, world, sink);
        }
    }

    private static void file(CodeFile file, CallWorld world, CallSink sink) {
        List<Span> within = new ArrayList<>();
        for (TypeDeclaration type : file.types()) {
            TypeNode node = world.graph().node(type);
            Map<String, Receiver> known = new HashMap<>();
            for (Member member : type.members()) {
                boolean ofFile = type.kind() == TypeKind.FILE;
                if (!ofFile || !member.body().isEmpty()) {
                    body(file, node, member, known, world, sink);
                    within.add(member.span());
                }
            }
            if (type.kind() != TypeKind.FILE) {
                within.add(type.span());
            }
        }
        outside(file, within, world, sink);
    }

    private static void body(
            CodeFile file,
            TypeNode node,
            Member member,
            Map<String, Receiver> known,
            CallWorld world,
            CallSink sink) {
        if (member.initializer().isEmpty() && member.body().isEmpty()) {
            return;
        }
        BodyScan scan = new BodyScan(world, sink, file, node, member, known);
        for (Span span : List.of(member.initializer(), member.body())) {
            if (!span.isEmpty()) {
                scan.scan(span);
            }
        }
    }

    /** Whether calls stand outside all types. */
    private static boolean hasStatements(CodeFile file, List<Span> within) {
        Tokens tokens = file.tokens();
        int next = 0;
        int i = 0;
        while (i < tokens.size()) {
            if (next < within.size() && tokens.start(i) >= within.get(next).start()) {
                i = Math.max(i, tokens.at(within.get(next).end()));
                next++;
            } else if (tokens.is(i, ')') && tokens.is(i + 1, ';')) {
                return true;
            } else {
                i++;
            }
        }
        return false;
    }

    private static void outside(CodeFile file, List<Span> within, CallWorld world, CallSink sink) {
        if (file.dialect() == Dialect.JAVA) {
            return;
        }
        within.sort(Comparator.comparingInt(Span::start));
        if (file.dialect() == Dialect.CSHARP && !hasStatements(file, within)) {
            return;
        }
        int from = 0;
        BodyScan scan = new BodyScan(world, sink, file, null, null, new HashMap<>());
        for (Span span : within) {
            if (span.start() > from) {
                scan.scan(new Span(from, span.start()));
            }
            from = Math.max(from, span.end());
        }
        if (from < file.text().length()) {
            scan.scan(new Span(from, file.text().length()));
        }
    }
}
