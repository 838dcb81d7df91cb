package io.digitalworker.ledger;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole expressions on which the fence rests: a change here is a change of the guarantees. */
class ExpressionsTest {
    private Fixture f;
    private Claim claim;

    @BeforeEach
    void claimOnce() {
        f = new Fixture(TestCloud.newTable(TestCloud.shared()));
        claim = f.claimed();
    }

    @Test
    void claimsOnlyWhatIsAsSeenWithTheClaimEnded() {
        f.endClaim();
        AttributeValue seenUntil = f.item(claim.job().jobId(), "job").get("ClaimUntil");
        f.claim(claim.job().jobId());

        Update update = lastUpdate();
        assertThat(update.conditionExpression())
                .isEqualTo(
                        "#ClaimUntil = :wasClaimUntil AND #Status = :wasStatus AND #Attempt ="
                                + " :wasAttempt AND #Fence = :wasFence AND #Sequence ="
                                + " :wasSequence");
        assertThat(update.updateExpression())
                .isEqualTo(
                        "SET #Status = :Status, #Fence = :Fence, #Stage = :Stage, #Progress ="
                                + " :Progress, #Stages = :Stages, #ClaimUntil = :ClaimUntil, #Due ="
                                + " :Due, #DueAt = :DueAt, #Sequence = :Sequence, #Mutation ="
                                + " :Mutation");
        assertThat(update.expressionAttributeValues())
                .containsEntry(":wasClaimUntil", seenUntil)
                .containsEntry(":wasStatus", AttributeValue.fromS("Running"))
                .containsEntry(":wasFence", AttributeValue.fromN("1"))
                .containsEntry(":Fence", AttributeValue.fromN("2"))
                .containsEntry(":wasAttempt", AttributeValue.fromN("1"))
                .containsEntry(":wasSequence", AttributeValue.fromN("2"))
                .containsEntry(":Sequence", AttributeValue.fromN("3"));
    }

    @Test
    void claimsAPendingJobOnlyWhileNobodyHoldsIt() {
        assertThat(lastUpdate().conditionExpression())
                .isEqualTo(
                        "attribute_not_exists(#ClaimUntil) AND #Status = :wasStatus AND #Attempt ="
                                + " :wasAttempt AND #Fence = :wasFence AND #Sequence ="
                                + " :wasSequence");
    }

    @Test
    void finishesOnlyUnderTheFence() {
        claim.succeed(Fixture.published(claim.job().jobId()));

        Update update = lastUpdate();
        assertThat(update.conditionExpression())
                .isEqualTo(
                        "#Status = :wasStatus AND #Attempt = :wasAttempt AND #Fence = :wasFence AND"
                                + " #Sequence = :wasSequence");
        assertThat(update.updateExpression())
                .isEqualTo(
                        "SET #Stages.#open.#EndedAt = :StagesopenEndedAt, #Status = :Status,"
                                + " #EndTime = :EndTime, #OutputKey = :OutputKey, #BundleSha256 ="
                                + " :BundleSha256, #Artifacts = :Artifacts, #Gaps = :Gaps,"
                                + " #Progress = :Progress, #Sequence = :Sequence, #Mutation ="
                                + " :Mutation REMOVE #ClaimUntil, #Due, #DueAt");
        assertThat(update.expressionAttributeValues())
                .containsEntry(":wasStatus", AttributeValue.fromS("Running"))
                .containsEntry(":wasFence", AttributeValue.fromN("1"));
    }

    @Test
    void carriesTheMutationAsTokenAndEventId() {
        String eventId = f.announced.get(1).event().eventId();

        assertThat(lastTransaction().clientRequestToken()).isEqualTo(eventId);
        assertThat(lastUpdate().expressionAttributeValues())
                .containsEntry(":Mutation", AttributeValue.fromS(eventId));
        assertThat(lastTransaction().transactItems().get(1).put().item())
                .containsEntry("EventId", AttributeValue.fromS(eventId))
                .containsEntry("Metadata", AttributeValue.fromS("event#000002"));
        assertThat(lastTransaction().transactItems().get(1).put().conditionExpression())
                .isEqualTo("attribute_not_exists(#JobId)");
    }

    @Test
    void renewsOnlyUnderTheFence() {
        claim.renew();

        UpdateItemRequest update =
                (UpdateItemRequest) f.script.writes().get(f.script.writes().size() - 1);
        assertThat(update.conditionExpression())
                .isEqualTo("#Status = :wasStatus AND #Fence = :wasFence");
        assertThat(update.updateExpression())
                .isEqualTo("SET #ClaimUntil = :ClaimUntil, #Due = :Due, #DueAt = :DueAt");
        assertThat(update.expressionAttributeNames())
                .isEqualTo(
                        Map.of(
                                "#ClaimUntil", "ClaimUntil",
                                "#Due", "Due",
                                "#DueAt", "DueAt",
                                "#Status", "Status",
                                "#Fence", "Fence"));
    }

    private TransactWriteItemsRequest lastTransaction() {
        return (TransactWriteItemsRequest) f.script.writes().get(f.script.writes().size() - 1);
    }

    private Update lastUpdate() {
        return lastTransaction().transactItems().get(0).update();
    }
}
