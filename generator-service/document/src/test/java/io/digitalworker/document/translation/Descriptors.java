package io.digitalworker.document.translation;

import io.digitalworker.document.ScenarioSample;

/** What may be asked for without any code, or beside the example's. */
enum Descriptors {
    FULL(
            """
            {"moduleName": "Loan desk", "version": "0.1",
             "features": [
               {"id": "L-1", "description": "A clerk records an application with 3 documents; the applicant gets a receipt if the upload was complete."},
               {"id": "L-2", "description": "An application waits a limited time for `missing` documents, then it is rejected."},
               {"id": "L-3", "description": "The head of credit sees applications of the last weeks quickly."}],
             "actors": ["clerk", "head of credit"],
             "nfr": ["95 % of searches answer within 2 seconds", "Personal data is encrypted"],
             "constraints": ["Runs on AWS in Frankfurt"]}
            """),
    BARE(
            """
            {"moduleName": "Loan desk", "version": "0.1",
             "features": [{"id": "L-1", "description": "Sort things"}]}
            """);

    private static final String NOTES =
            """
            # Gift wrapping: notes

            ## Executive summary

            Paper is chosen by `GET /cart/wrap/{cartItemId}`; the fee comes from
            `GiftWrappingService.GetWrappingFeeAsync`. Rows live in `WrapTable`, not in wrap_rows.

            ## Roll-out

            Ask Bob first.
            """;

    private final String descriptor;

    Descriptors(String descriptor) {
        this.descriptor = descriptor;
    }

    ScenarioSample sample(String scenario, String detail) {
        String options =
                """
                {"scenario": "%s", "detail": "%s",
                 "documents": ["srs", "functional-spec", "tech-design"]}
                """
                        .formatted(scenario, detail);
        return switch (scenario) {
            case "greenfield" -> ScenarioSample.greenfield(descriptor, options);
            case "hybrid" -> ScenarioSample.example(descriptor, options, NOTES);
            default -> ScenarioSample.example(descriptor, options, "");
        };
    }
}
