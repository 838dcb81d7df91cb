package io.digitalworker.document.rendering;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import io.digitalworker.document.assembly.DocumentTree;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;

/**
 * What a PDF file says of itself: as PDF/A-1b (ISO 19005-1) asks, twice and the same. Dates are those of
 * the document.
 */
final class PdfMetadata {
    private final DocumentTree document;
    private final byte[] id;

    /**
     * @param id sixteen bytes that differ where documents differ
     */
    PdfMetadata(DocumentTree document, byte[] id) {
        this.document = document;
        this.id = id.clone();
    }

    /** Before the file is opened. */
    static void declare(PdfWriter writer) {
        writer.setPDFXConformance(PdfWriter.PDFA1B);
        writer.setViewerPreferences(PdfWriter.PageModeUseOutlines | PdfWriter.DisplayDocTitle);
    }

    /** While the file is open. */
    void describe(PdfWriter writer) throws IOException {
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(document.language()));
        writer.setOutputIntents(
                "sRGB IEC61966-2.1",
                null,
                "http://www.color.org",
                "sRGB IEC61966-2.1",
                ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        PdfDictionary info = writer.getInfo();
        PdfDate date =
                new PdfDate(GregorianCalendar.from(document.date().atStartOfDay(ZoneOffset.UTC)));
        info.put(PdfName.CREATIONDATE, date);
        info.put(PdfName.MODDATE, date);
        info.put(PdfName.TITLE, new PdfString(title(), PdfString.TEXT_UNICODE));
        info.put(PdfName.SUBJECT, new PdfString(document.subject(), PdfString.TEXT_UNICODE));
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        String producer = Objects.requireNonNull(info.get(PdfName.PRODUCER)).toString();
        writer.setXmpMetadata(xmp(producer).getBytes(StandardCharsets.UTF_8));
    }

    private String title() {
        return document.title() + ": " + document.subject() + " " + document.version();
    }

    private String xmp(String producer) {
        String date = document.date() + "T00:00:00Z";
        return """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>1</pdfaid:part>
                <pdfaid:conformance>B</pdfaid:conformance>
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">"""
                + escaped(title())
                + "</rdf:li></rdf:Alt></dc:title>\n<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">"
                + escaped(document.subject())
                + "</rdf:li></rdf:Alt></dc:description>\n<dc:language><rdf:Bag><rdf:li>"
                + escaped(document.language())
                + "</rdf:li></rdf:Bag></dc:language>\n<xmp:CreateDate>"
                + date
                + "</xmp:CreateDate>\n<xmp:ModifyDate>"
                + date
                + "</xmp:ModifyDate>\n<pdf:Producer>"
                + escaped(producer)
                + "</pdf:Producer>\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
