package io.digitalworker.local.system;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.digitalworker.facts.planted.Planted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Texts to be searched for secrets, by where they were seen. Reads into ZIP and PDF files. */
final class SearchedTexts {
    private static final Pattern MARKUP =
            Pattern.compile("<[^<>]{0,200}>|\\\\(?=\\p{Punct})|[\\s\\u00AD\\u200B-\\u200D\\u2060]");
    private static final Pattern CODED = Pattern.compile("\\\\u([0-9a-fA-F]{4})|&#x?([0-9]+);");

    private final Map<String, String> texts = new TreeMap<>();
    private long bytes;

    void add(String where, byte[] content) throws IOException {
        if (where.endsWith(".zip")) {
            addEntries(where, content);
        } else if (where.endsWith(".pdf")) {
            add(where, pages(content));
        } else {
            add(where, new String(content, UTF_8));
        }
    }

    void add(String where, String text) {
        texts.put(where, text);
        bytes += text.getBytes(UTF_8).length;
    }

    private void addEntries(String where, byte[] content) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                add(where + "!" + each.getName(), zip.readAllBytes());
            }
        }
    }

    private static String pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(new PdfTextExtractor(reader).getTextFromPage(page));
            }
        }
        return String.join("\n", pages);
    }

    int count() {
        return texts.size();
    }

    Set<String> places() {
        return texts.keySet();
    }

    /** In UTF-8, as read. */
    long bytes() {
        return bytes;
    }

    boolean anyHolds(String words) {
        return texts.values().stream().anyMatch(text -> text.contains(words));
    }

    /** Which of them are told, and where. */
    List<String> leaks(List<Planted> secrets) {
        List<String> leaks = new ArrayList<>();
        texts.forEach(
                (where, text) -> {
                    String plain = plain(text);
                    secrets.stream()
                            .filter(each -> each.isIn(text) || each.isIn(plain))
                            .forEach(each -> leaks.add(each + ": told in " + where));
                });
        return leaks;
    }

    /** Without tags, escapes and breaks, which may stand in the middle of a word. */
    private static String plain(String text) {
        String decoded =
                CODED.matcher(text)
                        .replaceAll(
                                found ->
                                        found.group(1) == null
                                                ? character(found.group(2), 10)
                                                : character(found.group(1), 16))
                        .replace("&amp;", "&")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"");
        return MARKUP.matcher(decoded).replaceAll("");
    }

    private static String character(String digits, int base) {
        int code = Integer.parseInt(digits, base);
        return Matcher.quoteReplacement(
                code < Character.MIN_SUPPLEMENTARY_CODE_POINT ? "" + (char) code : "?");
    }
}
