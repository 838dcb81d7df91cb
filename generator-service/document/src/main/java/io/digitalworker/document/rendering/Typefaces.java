package io.digitalworker.document.rendering;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.LayoutProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fonts of PDF files: the bundled ones ({@code /fonts/README.md}), and behind them those of a folder.
 * Scripts whose letters change with their neighbours are laid out by the JDK, which needs its font
 * libraries; where they are not there, such letters count as missing.
 */
public final class Typefaces {
    static final BaseFont SANS = bundled("LiberationSans-Regular");
    static final BaseFont BOLD = bundled("LiberationSans-Bold");
    static final BaseFont ITALIC = bundled("LiberationSans-Italic");
    static final BaseFont MONO = bundled("LiberationMono-Regular");

    /** Fonts of many characters take a while to read and are seldom needed. */
    private static final class Han {
        static final BaseFont REGULAR = bundled("DroidSansFallbackFull");
        static final BaseFont HANGUL = bundled("NanumSquareR");
    }

    private static final class Devanagari {
        static final Optional<BaseFont> REGULAR = shaped("fonts/NotoSansDevanagari-Regular.ttf");
        static final Optional<BaseFont> BOLD = shaped("fonts/NotoSansDevanagari-Bold.ttf");
    }

    private final List<BaseFont> others;

    private Typefaces(List<BaseFont> others) {
        this.others = List.copyOf(others);
    }

    /** The bundled fonts alone. */
    public static Typefaces bundled() {
        return new Typefaces(List.of());
    }

    /**
     * Also the {@code .ttf} and {@code .otf} files of a folder, by name.
     *
     * @throws UncheckedIOException if one of them cannot be read
     */
    public static Typefaces andThoseIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<BaseFont> fonts = new ArrayList<>();
            files.map(Path::toString)
                    .filter(name -> name.toLowerCase(Locale.ROOT).matches(".*\\.(ttf|otf)"))
                    .sorted()
                    .forEach(name -> shaped(name).ifPresent(fonts::add));
            return new Typefaces(fonts);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
    }

    /** The font to show a character in where {@code wanted} was asked for; empty where none has it. */
    Optional<BaseFont> having(int character, BaseFont wanted) {
        if (wanted.charExists(character)) {
            return Optional.of(wanted);
        }
        if (SANS.charExists(character)) {
            return Optional.of(SANS);
        }
        return Stream.concat(fallback(character, wanted).stream(), others.stream())
                .filter(font -> font.charExists(character))
                .findFirst();
    }

    private static Optional<BaseFont> fallback(int character, BaseFont wanted) {
        if (isDevanagari(character)) {
            return wanted.equals(BOLD) ? Devanagari.BOLD : Devanagari.REGULAR;
        }
        return Optional.of(Han.REGULAR.charExists(character) ? Han.REGULAR : Han.HANGUL);
    }

    /** By block, since stops and digits that other scripts share belong to none. */
    private static boolean isDevanagari(int character) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(character);
        return Character.UnicodeBlock.DEVANAGARI.equals(block)
                || Character.UnicodeBlock.DEVANAGARI_EXTENDED.equals(block);
    }

    private static BaseFont bundled(String name) {
        String resource = "/fonts/" + name + ".ttf";
        try (InputStream in = Typefaces.class.getResourceAsStream(resource)) {
            Objects.requireNonNull(in, resource + " is not on the class path");
            byte[] bytes = in.readAllBytes();
            return tagged(
                    BaseFont.createFont(
                            name + ".ttf", BaseFont.IDENTITY_H, true, false, bytes, null));
        } catch (IOException | DocumentException e) {
            throw new IllegalStateException(resource + " is no font", e);
        }
    }

    /**
     * Once enabled, OpenPDF lays out every font that is read: so the bundled ones that need no layout are
     * read before.
     */
    private static Optional<BaseFont> shaped(String name) {
        Objects.requireNonNull(Han.REGULAR);
        try {
            LayoutProcessor.enable();
            LayoutProcessor.setWriteActualText();
            return Optional.of(
                    tagged(
                            BaseFont.createFont(
                                    name, BaseFont.IDENTITY_H, true, false, null, null)));
        } catch (LinkageError e) {
            return Optional.empty();
        } catch (IOException | DocumentException e) {
            throw new IllegalStateException(name + " is no font", e);
        }
    }

    private static BaseFont tagged(BaseFont font) {
        font.setSecureRandom(new PdfBytes.SubsetTag());
        return font;
    }
}
