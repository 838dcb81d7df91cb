package io.digitalworker.document.assembly;

import io.digitalworker.document.outline.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.commonmark.node.Document;

/**
 * A document ready to be rendered. Renderers must not change the tree.
 *
 * @param name of its files, without extension, such as {@code srs}
 * @param language BCP 47 tag of its titles; sentences without a translation are English
 * @param title what kind of document it is
 * @param subject the module that it specifies
 * @param date in UTC
 * @param status how far it may be relied on
 * @param brief whether it is so short that its sections are listed on the title page
 * @param root the title block is its first part; headings of sections have level 2
 */
public record DocumentTree(
        String name,
        String language,
        String title,
        String subject,
        String version,
        LocalDate date,
        String status,
        boolean brief,
        Document root) {
    public DocumentTree {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(root, "root");
    }

    /** The title block, in order: what and its value. */
    public List<TitleLine> titleBlock() {
        Wording wording = Wording.of(language);
        return List.of(
                new TitleLine(wording.say("Module"), subject),
                new TitleLine(wording.say("Version"), version),
                new TitleLine(wording.say("Date"), date.toString()),
                new TitleLine(wording.say("Owner"), wording.say("not named in the descriptor")),
                new TitleLine(wording.say("Status"), status));
    }

    /** A line of the title block. */
    public record TitleLine(String name, String value) {}
}
