package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.agent.link.Reaction.DialAgain;
import io.custard.agent.link.Reaction.GiveUp;
import io.custard.protocol.agent.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReactionTest {
  private static final Duration ASKED = Duration.ofSeconds(2);

  @Test
  void unknownKeyIsTriedForAMinute() {
    Refusal unknown = new Refusal("AGENT_KEY_UNKNOWN", 401, ASKED, "");

    assertThat(Reaction.to(unknown, Duration.ofSeconds(59))).isEqualTo(new DialAgain(ASKED));
    assertThat(Reaction.to(unknown, Duration.ofSeconds(60)))
        .isInstanceOfSatisfying(
            GiveUp.class, end -> assertThat(end.code()).isEqualTo(ExitCode.KEY_UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "AGENT_KEY_REVOKED, 403, KEY_REFUSED",
    "AGENT_KEY_FOREIGN, 403, KEY_REFUSED",
    "'', 403, KEY_REFUSED",
    "AGENT_KEY_REVOKED, 0, KEY_REFUSED",
    "AGENT_PROTOCOL_UNSUPPORTED, 0, PROTOCOL_UNSUPPORTED",
    "CONNECTION_NOT_FOUND, 404, SETTINGS_WRONG",
  })
  void hopelessRefusalsStopAtOnce(String code, int status, ExitCode exit) {
    assertThat(Reaction.to(new Refusal(code, status, Duration.ZERO, ""), Duration.ZERO))
        .isInstanceOfSatisfying(GiveUp.class, end -> assertThat(end.code()).isEqualTo(exit));
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "'', 404", "'', 502", "UPSTREAM_UNAVAILABLE, 503", "FROM_THE_FUTURE, 429"})
  void everythingElseIsDialledAgain(String code, int status) {
    assertThat(Reaction.to(new Refusal(code, status, ASKED, ""), Duration.ofHours(1)))
        .isEqualTo(new DialAgain(ASKED));
  }

  @Test
  void aRefusedLinkIsDialledAgainWhenTheGatewayAsked() {
    Refused taken = new Refused("AGENT_INSTANCE_TAKEN", "taken", 7);
    Refused absurd = new Refused("UPSTREAM_UNAVAILABLE", "away", Integer.MAX_VALUE);

    assertThat(Reaction.to(Refusal.byFrame(taken), Duration.ZERO))
        .isEqualTo(new DialAgain(Duration.ofSeconds(7)));
    assertThat(Reaction.to(Refusal.byFrame(absurd), Duration.ZERO))
        .isEqualTo(new DialAgain(Duration.ofMinutes(5)));
  }
}
