package io.digitalworker.document.verification;

import io.digitalworker.document.Sample;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a careful writer would say of the example, all of it true: how much of it may be said. */
class HonestSentencesTest {
    private static final Sample SAMPLE = Sample.example();
    private static final List<String> TOLD =
            List.of(
                    "A shopper opens the page for choosing a paper at [endpoints|GET /cart/wrap/{cartItemId}], which is handled by [endpoints|GiftWrapController.Choose].",
                    "The choice is submitted to [endpoints|POST /cart/wrap/{cartItemId}].",
                    "[endpoints|POST /cart/wrap/{cartItemId}/remove] takes the parameter [endpoints|cartItemId] and is answered by [endpoints|GiftWrapController.Remove].",
                    "Requests to [endpoints|POST /cart/wrap/{cartItemId}] carry a form of type [endpoints|ChooseWrapModel].",
                    "After the choice has been saved, the shopper is redirected with status [endpoints|302] by [endpoints|POST /cart/wrap/{cartItemId}].",
                    "To list the papers, [calls|GiftWrapController.Choose] calls [calls|GiftWrappingService.GetPapersAsync].",
                    "[calls|GiftWrapController.Remove] delegates the removal of a choice to [calls|GiftWrappingService.RemoveChoiceAsync].",
                    "When staff edit a paper, [calls|WrappingPaperController.Edit] hands it to [calls|GiftWrappingService.SavePaperAsync].",
                    "Before it is shown, a paper is converted by [calls|WrappingPaperController.ToModel], which [calls|WrappingPaperController.Edit] uses.",
                    "[calls|WrappingPaperController.Delete] relies on [calls|GiftWrappingService.DeleteOrUnpublishPaperAsync] to delete a paper.",
                    "The fee is computed by [#GiftWrappingService.GetWrappingFeeAsync].",
                    "For the fee of a cart, [calls|GiftWrappingService.GetWrappingFeeAsync] loads the wraps of the customer through [calls|GiftWrappingService.GetWrapsAsync].",
                    "The entity [entities|CartItemWrap] holds the choice of a shopper for a shopping cart item.",
                    "[entities|CartItemWrap] refers to the paper by its field [entities|WrappingPaperId].",
                    "Each wrapped item records a [entities|Greeting] and a [entities|Quantity].",
                    "A [entities|WrappingPaper] has a [entities|Name], a [entities|Fee] and the quantity in stock in [entities|StockQuantity].",
                    "Whether a paper is on offer is kept in the field [entities|Published], which is of type [entities|bool].",
                    "Papers are stored in the table [entities|WrappingPaper].",
                    "The name of a [validations|WrappingPaper] is limited to [validations|400] characters.",
                    "On a [validations|WrappingPaper], the field [validations|Fee] is required.",
                    "[messages|GiftWrappingService.SavePaperAsync] publishes [messages|EntityInsertedEvent<WrappingPaper>] when a new paper is inserted.",
                    "An update of a paper raises [messages|EntityUpdatedEvent<WrappingPaper>] from [messages|GiftWrappingService.SavePaperAsync].",
                    "[messages|OrderPlacedEvent] is consumed by [messages|OrderPlacedConsumer.HandleEventAsync].",
                    "Once an order is placed, [messages|OrderPlacedConsumer.HandleEventAsync] reacts to [messages|OrderPlacedEvent].",
                    "For a paper that runs low, [calls|OrderPlacedConsumer.HandleEventAsync] calls [calls|OrderPlacedConsumer.ReportLowStockAsync].",
                    "The consumer reads the wraps of the customer with [calls|GiftWrappingService.GetWrapsAsync] in [calls|OrderPlacedConsumer.HandleEventAsync].",
                    "The threshold below which stock counts as low comes from [configuration|giftwrappingsettings.lowstockthreshold].",
                    "[configuration|giftwrappingsettings.maximumgreetinglength] sets the maximum length of a greeting.",
                    "The setting [configuration|giftwrappingsettings.freefromsubtotal] is a [configuration|number].",
                    "[services|GiftWrappingService] implements [services|IGiftWrappingService] and is registered as [services|scoped].",
                    "Other classes obtain the service by its contract, [services|IGiftWrappingService].",
                    "[services|GiftWrappingService] depends on [services|GiftWrappingSettings] for its settings.",
                    "The screen [views|Views/Wrap/Choose] asks for the [views|Greeting].",
                    "On [views|Views/Paper/Edit], staff enter the [views|Name] and the [views|Fee] of a paper.",
                    "The module answers at [n|endpoints] addresses and stores [n|entities] entities.",
                    "[n|messages] messages are published or consumed.",
                    "The feature [f|GW-1] is served by [endpoints|GiftWrapController.Choose].",
                    "The queued message for the owner is built in [#OrderPlacedConsumer.ReportLowStockAsync].",
                    "[calls|GiftWrappingService.ChooseAsync] works on the entity [calls|CartItemWrap].",
                    "The plugin is described as [resources|Gift wrapping] in version [resources|1.2.0].",
                    "[#GiftWrappingService.GetPapersAsync] orders the papers by their display order.",
                    "If the greeting is longer than the maximum, [#GiftWrappingService.ChooseAsync] throws an exception.");

    @Test
    void aCarefulWriterCanLiveWithTheRules() {
        Phrasing phrasing = new Phrasing(SAMPLE.material());
        List<Sentence> told = TOLD.stream().map(phrasing::sentence).toList();
        DraftCheck check = DraftCheck.of(SAMPLE.tree(), SAMPLE.material());
        CheckedBlocks checked = check.check("section", List.of(new Block.Bullets(told)));
        List<String> refused = new ArrayList<>();
        checked.faults()
                .forEach(
                        fault ->
                                refused.add(
                                        told.get(fault.sentence() - 1).shown() + " " + fault.fault()));
        int survived = told.size() - checked.removed();
        checked.sound().stream()
                .flatMap(java.util.Optional::stream)
                .flatMap(Block::sentences)
                .filter(s -> s.claimClass().key().equals("INFERRED"))
                .forEach(s -> System.out.println("inferred: " + s.shown()));
        System.out.printf(
                "honest sentences: %d of %d survive, of these %d marked as inferred%n",
                survived, told.size(), checked.inferred());
        assertThat(survived)
                .as("true sentences that are refused: " + String.join("\n", refused))
                .isGreaterThanOrEqualTo((int) Math.ceil(told.size() * 0.95));
    }
}
