package io.digitalworker.document.existing;

import io.digitalworker.api.Options;
import io.digitalworker.facts.source.Redacted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** A partial document in Markdown, part by part, without secrets. What is in it is only ever quoted. */
public final class ExistingDocument {
    public static final int MAX_BYTES = Options.MAX_EXISTING_BYTES;

    /** Blocks within blocks, beyond which text counts as text. */
    private static final int DEEPEST = 50;

    /**
     * A heading with all that stands below it.
     *
     * @param title empty for what stands before the first heading
     * @param blocks in their order
     */
    public record Part(String title, List<Node> blocks) {
        public Part {
            blocks = List.copyOf(blocks);
        }

        /** Whether this is about what a title says, capitals and signs apart. */
        public boolean isAbout(String other) {
            return !title.isEmpty() && letters(title).equals(letters(other));
        }

        private static String letters(String text) {
            return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+|^[0-9.]+", "");
        }
    }

    private final String sha256;
    private final List<Part> parts;
    private final String words;

    private ExistingDocument(String sha256, List<Part> parts, String words) {
        this.sha256 = sha256;
        this.parts = List.copyOf(parts);
        this.words = words;
    }

    /**
     * Reads a document; anything is Markdown.
     *
     * @throws IllegalArgumentException if it is longer than {@link #MAX_BYTES}
     */
    public static ExistingDocument read(byte[] markdown) {
        if (markdown.length > MAX_BYTES) {
            throw new IllegalArgumentException("longer than " + MAX_BYTES + " bytes");
        }
        String text = Redacted.of(new String(markdown, StandardCharsets.UTF_8)).text();
        Node root =
                Parser.builder()
                        .extensions(List.of(TablesExtension.create()))
                        .maxOpenBlockParsers(DEEPEST)
                        .build()
                        .parse(text);
        return new ExistingDocument(sha256(markdown), parts(root), said(root));
    }

    /** Parted where headings of the level stand that divides the document. */
    private static List<Part> parts(Node root) {
        int level = level(root);
        List<Part> parts = new ArrayList<>();
        String title = "";
        List<Node> blocks = new ArrayList<>();
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() <= level) {
                add(title, blocks, parts);
                title = InlineText.of(heading);
                blocks = new ArrayList<>();
            } else {
                blocks.add(node);
            }
        }
        add(title, blocks, parts);
        return parts;
    }

    private static void add(String title, List<Node> blocks, List<Part> parts) {
        if (!blocks.isEmpty()) {
            parts.add(new Part(title, blocks));
        }
    }

    /** A single heading of level 1 is the title of the whole. */
    private static int level(Node root) {
        int first = 0;
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            first += node instanceof Heading heading && heading.getLevel() == 1 ? 1 : 0;
        }
        return first > 1 ? 1 : 2;
    }

    private static String said(Node root) {
        StringBuilder words = new StringBuilder();
        InlineText.leaves(root, leaf -> words.append(leaf).append('\n'));
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                words.append(InlineText.of(node)).append('\n');
            }
        }
        return words.toString();
    }

    /** In the order of the document. */
    public List<Part> parts() {
        return parts;
    }

    /** The first part about a title. */
    public Optional<Part> about(String title) {
        return parts.stream().filter(part -> part.isAbout(title)).findFirst();
    }

    /** Whether a run of its text holds these words. */
    public boolean says(String run) {
        return words.contains(run);
    }

    /** Of the bytes that it was read from. */
    public String sha256() {
        return sha256;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
