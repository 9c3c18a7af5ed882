package io.custard.gateway.life;

import io.custard.protocol.agent.Hello;
import java.util.List;
import java.util.Optional;

/** Whether what an agent says of itself can be kept, logged and shown. */
final class HelloCheck {
  private static final int NAME = 100;
  private static final int VERSION = 200;
  private static final int FINGERPRINT = 200;
  private static final int SUMMARY = 500;
  private static final int CAPABILITIES = 32;
  private static final int CAPABILITY = 50;

  private HelloCheck() {}

  /** What is wrong, in one sentence; empty when nothing is. */
  static Optional<String> fault(Hello hello) {
    if (hello.instanceId().isBlank() || !fits(hello.instanceId(), NAME)) {
      return Optional.of("The instance id must have 1 to 100 plain characters.");
    }
    if (!fits(hello.build(), NAME)) {
      return Optional.of("The build must have at most 100 plain characters.");
    }
    if (!fits(hello.engine().dialect(), NAME) || !fits(hello.engine().version(), VERSION)) {
      return Optional.of("Dialect or version of the database is too long or not plain text.");
    }
    if (hello.schemaFingerprint() != null && !fits(hello.schemaFingerprint(), FINGERPRINT)) {
      return Optional.of("The fingerprint must have at most 200 plain characters.");
    }
    return capabilities(hello).or(() -> policy(hello));
  }

  private static Optional<String> capabilities(Hello hello) {
    List<String> said = hello.capabilities() == null ? List.of() : hello.capabilities();
    boolean fit =
        said.size() <= CAPABILITIES && said.stream().allMatch(name -> fits(name, CAPABILITY));
    return fit
        ? Optional.empty()
        : Optional.of("At most 32 capabilities of at most 50 plain characters may be named.");
  }

  private static Optional<String> policy(Hello hello) {
    boolean fit =
        hello.policy() == null
            || (fits(hello.policy().hash(), NAME) && fits(hello.policy().summary(), SUMMARY));
    return fit
        ? Optional.empty()
        : Optional.of("The policy's summary must have at most 500 plain characters.");
  }

  private static boolean fits(String text, int most) {
    return text.length() <= most && Clean.isClean(text);
  }
}
