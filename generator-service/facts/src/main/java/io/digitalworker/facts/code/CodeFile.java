package io.digitalworker.facts.code;

import io.digitalworker.facts.budget.TimeBudget;
import io.digitalworker.facts.declaration.FileDeclarations;
import io.digitalworker.facts.declaration.Import;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceText;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import io.digitalworker.facts.syntax.Syntax;
import java.lang.ref.SoftReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of code with its declarations. Its text and tokens are kept only while there is memory for
 * them, and made again when they are asked for.
 */
public final class CodeFile {
    private final SourceTree tree;
    private final SourceFile file;
    private final Dialect dialect;
    private final Words words;
    private final FileDeclarations declarations;
    private SoftReference<Parsed> parsed;

    /** What can be made again. */
    private static final class Parsed {
        private final SourceText text;
        private final Tokens tokens;
        private final Syntax syntax;
        private @Nullable List<Statement> topLevel;

        Parsed(Dialect dialect, SourceText text) {
            this.text = text;
            this.tokens = dialect.profile().tokens(text.text());
            this.syntax = new Syntax(dialect, tokens);
        }

        synchronized List<Statement> topLevel() {
            List<Statement> known = topLevel;
            if (known == null) {
                known = List.copyOf(syntax.statements(0, tokens.size()));
                topLevel = known;
            }
            return known;
        }
    }

    private CodeFile(SourceTree tree, SourceFile file, Dialect dialect) {
        this.tree = tree;
        this.file = file;
        this.dialect = dialect;
        Parsed first = parse();
        this.parsed = new SoftReference<>(first);
        this.words = Words.of(first.tokens);
        this.declarations = FileDeclarations.of(tree, file, first.text, first.tokens);
    }

    static CodeFile read(SourceTree tree, SourceFile file, Dialect dialect) {
        return new CodeFile(tree, file, dialect);
    }

    private Parsed parse() {
        return new Parsed(dialect, tree.text(file));
    }

    private synchronized Parsed parsed() {
        TimeBudget.at(file);
        Parsed held = parsed.get();
        if (held == null) {
            held = parse();
            parsed = new SoftReference<>(held);
        }
        return held;
    }

    public SourceFile file() {
        return file;
    }

    public String path() {
        return file.path();
    }

    public Language language() {
        return file.language();
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The redacted text. */
    public String text() {
        return parsed().text.text();
    }

    public Tokens tokens() {
        return parsed().tokens;
    }

    public Syntax syntax() {
        return parsed().syntax;
    }

    /** Whether the word may stand in the code as a whole; false means that it certainly does not. */
    public boolean mayHold(String word) {
        return words.mayHold(word);
    }

    /** By line; functions outside any type are members of one of kind {@link TypeKind#FILE}. */
    public List<TypeDeclaration> types() {
        return declarations.types();
    }

    /** The functions (and, in scripts, named function values) outside any type. */
    public List<Member> functions() {
        return types().stream()
                .filter(type -> type.kind() == TypeKind.FILE)
                .flatMap(type -> type.members().stream())
                .toList();
    }

    public List<Import> imports() {
        return declarations.imports();
    }

    /** The text of a span. */
    public String text(Span span) {
        return text().substring(span.start(), span.end());
    }

    /** The lines that a span touches. */
    public Evidence evidence(Span span) {
        SourceText text = parsed().text;
        int first = text.lineOf(span.start());
        int last = text.lineOf(Math.max(span.start(), span.end() - 1));
        return tree.evidence(file, first, Math.max(first, last));
    }

    /** The expression that fills a span, such as an initialiser. */
    public Expression expression(Span span) {
        Parsed now = parsed();
        return now.syntax.expression(now.tokens.at(span.start()), now.tokens.at(span.end()));
    }

    /** The statements of a body: of a member, a lambda with a block, or any span. */
    public List<Statement> statements(Span span) {
        Parsed now = parsed();
        return now.syntax.statements(now.tokens.at(span.start()), now.tokens.at(span.end()));
    }

    /** What stands outside any declaration: C#'s top-level statements, modules of scripts and Python. */
    public List<Statement> topLevel() {
        return parsed().topLevel();
    }

    @Override
    public String toString() {
        return path();
    }
}
