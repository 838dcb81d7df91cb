package io.digitalworker.api;

/**
 * The answer to an open question of a document.
 *
 * @param questionId as {@code report.json} names it, such as {@code Q-load}
 * @param answer in the caller's words, up to {@value RevisionRequest#MAX_ANSWER} characters
 */
public record RevisionAnswer(String questionId, String answer) {
    @SuppressWarnings("NullAway") // JSON may leave them out
    public RevisionAnswer {
        questionId = questionId == null ? "" : questionId;
        answer = answer == null ? "" : answer;
    }
}
