package io.custard.gateway.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.EngineDescription;
import io.custard.protocol.PolicySummary;
import io.custard.protocol.agent.Hello;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HelloCheckTest {
  @Test
  void acceptsWhatAgentsSay() {
    assertThat(HelloCheck.fault(hello("a".repeat(100), "1.0", null, null))).isEmpty();
    assertThat(HelloCheck.fault(hello("a", "1.0", List.of("probe", "x".repeat(50)), "p")))
        .isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(HelloCheck.fault(hello("a".repeat(101), "1.0", null, null))).isPresent();
    assertThat(HelloCheck.fault(hello("a", "b".repeat(101), null, null))).isPresent();
    assertThat(HelloCheck.fault(hello("a", "1", List.of("x".repeat(51)), null))).isPresent();
    assertThat(HelloCheck.fault(hello("a", "1", Collections.nCopies(33, "x"), null))).isPresent();
    assertThat(HelloCheck.fault(hello("a", "1", null, "p".repeat(501)))).isPresent();
  }

  @Test
  void refusesWhatIsNotPlain() {
    assertThat(HelloCheck.fault(hello("a\u0000", "1", null, null))).isPresent();
    assertThat(HelloCheck.fault(hello("a", "1\n2", null, null))).isPresent();
    assertThat(HelloCheck.fault(hello("a", "1", List.of("x\u200b"), null))).isPresent();
    assertThat(HelloCheck.fault(hello(" ", "1", null, null))).isPresent();
  }

  private static Hello hello(
      String instance, String build, @Nullable List<String> capabilities, @Nullable String policy) {
    return new Hello(
        1,
        2,
        build,
        instance,
        new EngineDescription("postgresql", "17"),
        0L,
        capabilities,
        null,
        policy == null ? null : new PolicySummary("none", policy));
  }
}
