package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.testkit.database.TestingPostgres;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Peers that take the connection and then say nothing; each step has a deadline of its own. */
class SilentGatewayTest extends LinkedAgent {
  private final TestingBlackHole proxy = new TestingBlackHole(gateway.port());

  @Override
  int port() {
    return proxy.port();
  }

  @AfterEach
  void closeProxy() {
    proxy.close();
  }

  @Test
  void aProxyThatForwardsNothingAnyMoreIsFoundAndTheLinkDialledAgain() {
    link(TestingPostgres.reader());
    execute(slow("black-hole"), CREDIT, 10);
    await().until(() -> TestingPostgres.running("black-hole") == 1);

    proxy.swallow();

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> TestingPostgres.running("black-hole") == 0 && proxy.accepted() == 2);
    proxy.forward();
    await().atMost(Duration.ofSeconds(15)).until(() -> gateway.frames(Hello.class).size() == 2);
    await().until(() -> !gateway.framesOn(1, Health.class).isEmpty());
  }

  @Test
  void anUpgradeThatIsNeverAnsweredIsGivenUpAndTriedAgain() {
    proxy.swallow();
    start(TestingPostgres.reader());
    await().until(() -> proxy.accepted() == 1);

    await().atMost(Duration.ofSeconds(13)).until(() -> proxy.accepted() == 2);

    assertThat(exit).isNotDone();
  }

  @Test
  void aHelloWithoutWelcomeIsGivenUpAndTriedAgain() {
    gateway.welcome(false);
    start(TestingPostgres.reader());
    await().until(() -> gateway.frames(Hello.class).size() == 1);
    gateway.welcome(true);

    await().atMost(Duration.ofSeconds(13)).until(() -> gateway.frames(Hello.class).size() == 2);

    await().until(() -> !gateway.frames(Health.class).isEmpty());
    assertThat(gateway.isClosed(0)).isTrue();
  }

  @Test
  void anInstanceThatIsTakenIsDialledAgain() {
    gateway.refuse(409, "AGENT_INSTANCE_TAKEN");
    start(TestingPostgres.reader());
    await().until(() -> gateway.authorizations().size() == 2);

    gateway.accept();

    await().until(() -> !gateway.frames(Health.class).isEmpty());
    assertThat(exit).isNotDone();
  }
}
