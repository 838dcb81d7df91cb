package io.digitalworker.document.publication;

import io.digitalworker.document.brief.Clauses;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * {@code requirements.md} in the form that spec-driven tools read: a requirement per feature with its
 * user story, in the words of the descriptor, and numbered acceptance criteria in EARS. What nobody has
 * said is marked {@code [NEEDS CLARIFICATION: …]}.
 */
final class RequirementsMarkdown {
    /** Of the form of the file. */
    static final String VERSION = "1.0";

    private static final String INTENDED =
            "so do the acceptance criteria: all of it is proposed, nothing has been built yet.";
    private static final String FOUND =
            "the acceptance criteria tell what the code does today, each with its place.";

    private final Material material;
    private final Document root = new Document();

    private RequirementsMarkdown(Material material) {
        this.material = material;
    }

    static String write(Material material) {
        RequirementsMarkdown written = new RequirementsMarkdown(material);
        written.introduction();
        written.heading(2, "Requirements");
        int number = 1;
        for (FeatureEvidence feature : material.features()) {
            written.requirement(number++, feature);
        }
        return MarkdownRenderer.builder().build().render(written.root);
    }

    private void introduction() {
        heading(1, "Requirements Document");
        heading(2, "Introduction");
        paragraph(
                new Text(
                        material.moduleName()
                                + " in version "
                                + material.version()
                                + ". The stories stand in the words of the descriptor; "
                                + (material.outline().isIntended() ? INTENDED : FOUND)));
    }

    private void requirement(int number, FeatureEvidence feature) {
        heading(3, "Requirement " + number + ": " + feature.requirement());
        story(feature);
        heading(4, "Acceptance Criteria");
        List<Criterion> criteria = criteria(feature);
        OrderedList list = new OrderedList();
        list.setMarkerStartNumber(1);
        list.setMarkerDelimiter(".");
        list.setTight(true);
        criteria.forEach(criterion -> list.appendChild(item(criterion)));
        root.appendChild(list);
    }

    private void story(FeatureEvidence feature) {
        String who =
                material.descriptor().actors().stream()
                        .filter(actor -> Clauses.names(feature.feature().description(), actor))
                        .findFirst()
                        .map(RequirementsMarkdown::oneLine)
                        .orElse("[NEEDS CLARIFICATION: which actor]");
        StrongEmphasis story = new StrongEmphasis("**");
        story.appendChild(new Text("User Story:"));
        String words = oneLine(feature.feature().description());
        paragraph(story, new Text(" As a " + who + ", I want this: “" + words + "”"));
    }

    private List<Criterion> criteria(FeatureEvidence feature) {
        if (material.outline().isIntended()) {
            return Criterion.intended(feature.feature());
        }
        List<Criterion> criteria = Criterion.of(material, feature);
        if (!criteria.isEmpty()) {
            return criteria;
        }
        String missing =
                feature.status() == FeatureStatus.NO_EVIDENCE
                        ? "no code was found for this; how will one see that it is done"
                        : "no interface, rule or event was found in its code; how can it be tested";
        return List.of(Criterion.question("[NEEDS CLARIFICATION: " + missing + "]"));
    }

    private static ListItem item(Criterion criterion) {
        Paragraph paragraph = new Paragraph();
        for (Criterion.Part part : criterion.parts()) {
            String words = part.isCode() ? oneLine(part.words()) : part.words();
            paragraph.appendChild(part.isCode() ? new Code(words) : new Text(words));
        }
        ListItem item = new ListItem();
        item.appendChild(paragraph);
        return item;
    }

    private void heading(int level, String words) {
        Heading heading = new Heading();
        heading.setLevel(level);
        heading.appendChild(new Text(words));
        root.appendChild(heading);
    }

    private void paragraph(Node... parts) {
        Paragraph paragraph = new Paragraph();
        List.of(parts).forEach(paragraph::appendChild);
        root.appendChild(paragraph);
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "").strip();
    }
}
