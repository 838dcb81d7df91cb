package io.digitalworker.door;

import io.digitalworker.api.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatewayWordTest {
    private static final String NEW = "new-0123456789abcdef0123456789abcdef";
    private static final String OLD = "old-0123456789abcdef0123456789abcdef";
    private static final String ROLE = "arn:aws:sts::123456789012:assumed-role/Builder/session-7";

    private final GatewayWord word = word(Set.of("*"), NEW, OLD);

    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void theGatewayIsBelievedWithEitherSecretWhileItIsChanged(String secret) {
        assertThat(word.ask(Heads.with(GatewayWord.SECRET, secret, GatewayWord.CALLER, ROLE)))
                .isEqualTo(
                        new Answer.Welcome(new Visitor("arn:aws:iam::123456789012:role/Builder")));
    }

    @Test
    void whoeverWritesTheCallersHeaderAloneIsNobody() {
        assertUnknown(Heads.with(GatewayWord.CALLER, ROLE));
        assertUnknown(Heads.with(GatewayWord.CALLER, ROLE, GatewayWord.SECRET, ""));
        assertUnknown(Heads.with(GatewayWord.CALLER, ROLE, GatewayWord.SECRET, NEW + "x"));
        assertUnknown(Heads.with(GatewayWord.CALLER, ROLE, GatewayWord.SECRET, NEW.substring(1)));
    }

    @Test
    void aHeaderThatStandsThereTwiceWasNotOverwritten() {
        assertUnknown(
                Heads.with(
                        GatewayWord.SECRET, NEW,
                        GatewayWord.CALLER, ROLE,
                        GatewayWord.CALLER, ROLE.replace("Builder", "Admin")));
        assertUnknown(
                Heads.with(
                        GatewayWord.SECRET, "guess",
                        GatewayWord.SECRET, NEW,
                        GatewayWord.CALLER, ROLE));
    }

    @Test
    void theGatewayWithoutACallerSaysNothing() {
        assertUnknown(Heads.with(GatewayWord.SECRET, NEW));
        assertUnknown(Heads.with(GatewayWord.SECRET, NEW, GatewayWord.CALLER, " "));
    }

    @Test
    void onlyTheGatewaysAddressesAreBelievedWhereTheyAreConfigured() {
        GatewayWord near =
                GatewayWord.configured(
                        new Settings(
                                Optional.of(List.of(NEW)),
                                Optional.of(List.of("10.0.16.0/20", "fd00::/8")),
                                Optional.of(Set.of("*"))));
        String[] headers = {GatewayWord.SECRET, NEW, GatewayWord.CALLER, ROLE};

        assertThat(near.ask(Heads.from("10.0.31.255", headers))).isInstanceOf(Answer.Welcome.class);
        assertThat(near.ask(Heads.from("fd12::1", headers))).isInstanceOf(Answer.Welcome.class);
        assertThat(near.ask(Heads.from("10.0.32.0", headers))).isInstanceOf(Answer.Refused.class);
        assertThat(near.ask(Heads.from("127.0.0.1", headers))).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void whomIamLetThroughMayStillNotBeAmongThoseWhoMay() {
        GatewayWord operators = word(Set.of("arn:aws:iam::123456789012:role/Operator"), NEW);

        assertThat(code(operators, ROLE)).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(code(operators, ROLE.replace("Builder", "Operator"))).isNull();
        assertThat(code(word(Set.of(), NEW), ROLE)).as("nobody").isEqualTo(ErrorCode.FORBIDDEN);
    }

    private static ErrorCode code(GatewayWord word, String caller) {
        Answer answer = word.ask(Heads.with(GatewayWord.SECRET, NEW, GatewayWord.CALLER, caller));
        return answer instanceof Answer.Refused refused ? refused.code() : null;
    }

    @Test
    void startsOnlyWithASecretThatCannotBeGuessed() {
        for (List<String> secrets :
                List.of(
                        List.<String>of(),
                        List.of("x".repeat(31)),
                        List.of(NEW, "short"),
                        List.of(NEW, OLD, NEW))) {
            assertThatThrownBy(() -> word(Set.of("*"), secrets.toArray(new String[0])))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("digitalworker.auth.gateway.secrets")
                    .hasMessageNotContaining("short");
        }
    }

    private void assertUnknown(RequestHead head) {
        assertThat(word.ask(head))
                .isEqualTo(new Answer.Refused(ErrorCode.UNAUTHENTICATED, "AWS4-HMAC-SHA256"));
    }

    private static GatewayWord word(Set<String> principals, String... secrets) {
        return GatewayWord.configured(
                new Settings(
                        Optional.of(List.of(secrets)), Optional.empty(), Optional.of(principals)));
    }

    private record Settings(
            Optional<List<String>> secrets,
            Optional<List<String>> peers,
            Optional<Set<String>> principals)
            implements DoorConfig.Gateway {}
}
