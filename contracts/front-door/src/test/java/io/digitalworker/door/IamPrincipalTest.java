package io.digitalworker.door;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IamPrincipalTest {
    @ParameterizedTest
    @CsvSource({
        "arn:aws:sts::123456789012:assumed-role/Builder/i-0ab, arn:aws:iam::123456789012:role/Builder",
        "arn:aws:sts::123456789012:assumed-role/Builder/other@x, arn:aws:iam::123456789012:role/Builder",
        "arn:aws-cn:sts::123456789012:assumed-role/B/s, arn:aws-cn:iam::123456789012:role/B",
        "arn:aws:iam::123456789012:role/path/B, arn:aws:iam::123456789012:role/path/B",
        "arn:aws:iam::123456789012:user/team/ann, arn:aws:iam::123456789012:user/team/ann",
    })
    void sessionsOfARoleAreOnePrincipal(String arn, String principal) {
        assertThat(IamPrincipal.of(arn)).contains(principal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anonymous",
                "arn:aws:iam::123456789012:root",
                "arn:aws:sts::123456789012:federated-user/bob",
                "arn:aws:sts::123456789012:assumed-role/B",
                "arn:aws:sts::123456789012:assumed-role/B/s/t",
                "arn:aws:iam::12345:user/ann",
                "arn:aws:iam::123456789012:user/a#b",
                "arn:aws:iam::123456789012:user/a b",
                "xarn:aws:iam::123456789012:user/ann",
                "arn:aws:iam::123456789012:user/ann\n",
            })
    void whatNamesNoRoleOrUserIsNobody(String arn) {
        assertThat(IamPrincipal.of(arn)).isEmpty();
    }
}
