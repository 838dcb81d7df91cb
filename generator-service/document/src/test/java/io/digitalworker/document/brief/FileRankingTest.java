package io.digitalworker.document.brief;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.document.Sample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileRankingTest {
    private static final String REFUND =
            "class RefundService { void refund(Order order) { ledger.book(order); } }";

    private static List<String> files(Map<String, String> sources, String... descriptions) {
        Feature[] features = new Feature[descriptions.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = new Feature("F" + i, descriptions[i]);
        }
        Sample sample = Sample.of(new TreeMap<>(sources), "Shop", features);
        Descriptor descriptor = sample.material().descriptor();
        try (Retrieval retrieval =
                Retrieval.over(sample.tree(), sample.material().facts(), descriptor)) {
            return retrieval.files(descriptor.features(), "Shop", 10);
        }
    }

    @Test
    void aNameSaysMoreThanAMention() {
        Map<String, String> sources =
                Map.of(
                        "a/Notes.java",
                        "class Notes { /* refund refund refund */ void keep() {} }",
                        "a/RefundService.java",
                        REFUND);
        assertThat(files(sources, "A refund is made")).startsWith("a/RefundService.java");
    }

    @Test
    void theCodeGoesBeforeItsTest() {
        Map<String, String> sources =
                Map.of(
                        "src/test/java/RefundServiceTest.java",
                        "class RefundServiceTest { void refund() { refund refund } }",
                        "src/main/java/RefundService.java",
                        REFUND);
        assertThat(files(sources, "A refund is made"))
                .containsExactly(
                        "src/main/java/RefundService.java", "src/test/java/RefundServiceTest.java");
    }

    @Test
    void whatFitsSeveralFeaturesGoesBeforeWhatFitsOne() {
        Map<String, String> sources =
                Map.of(
                        "a/Coupon.java", "class Coupon { int coupon; }",
                        "a/Both.java", "class Both { void refund() {} void coupon() {} }",
                        "a/Parcel.java", "class Parcel { int parcel; }");
        assertThat(files(sources, "A coupon", "A refund"))
                .startsWith("a/Both.java")
                .doesNotContain("a/Parcel.java");
    }
}
