package io.digitalworker.ingest.contract;

/** Texts of the contracts as HTML: of Markdown there are paragraphs, words in bold and code. */
final class Html {
    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String inline(String markdown) {
        return escaped(markdown)
                .replaceAll("`([^`]+)`", "<code>$1</code>")
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>");
    }

    static String paragraphs(String markdown) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : markdown.strip().split("\n\n")) {
            html.append("<p>").append(inline(paragraph.replace('\n', ' '))).append("</p>\n");
        }
        return html.toString();
    }

    static String code(String text) {
        return "<code>" + escaped(text) + "</code>";
    }

    static String link(String anchor, String text) {
        return "<a href=\"#" + anchor + "\">" + escaped(text) + "</a>";
    }

    /** A table that scrolls by itself where the screen is narrow. */
    static String table(String caption, String heads, String rows) {
        StringBuilder head = new StringBuilder();
        for (String each : heads.split("\\|")) {
            head.append("<th scope=\"col\">").append(each).append("</th>");
        }
        return "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\""
                + escaped(caption)
                + "\"><table>\n<caption>"
                + escaped(caption)
                + "</caption>\n<thead><tr>"
                + head
                + "</tr></thead>\n<tbody>\n"
                + rows
                + "</tbody></table></div>\n";
    }

    static String row(String... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.length; i++) {
            row.append(i == 0 ? "<th scope=\"row\">" : "<td>")
                    .append(cells[i])
                    .append(i == 0 ? "</th>" : "</td>");
        }
        return row + "</tr>\n";
    }
}
