package io.custard.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.auth.TestingAccount;
import io.custard.auth.TestingPeople;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class MailRelayTest {
  private static final String INSERT =
      "insert into auth.mails (kind, recipient, details, attempts, retry_at, created_at)"
          + " values (?, ?, ?, ?, now(), now())";

  private final TestingPeople people;
  private final TestingComposer composer;

  MailRelayTest(TestingPeople people, TestingComposer composer) {
    this.people = people;
    this.composer = composer;
  }

  @Test
  void whatFailsIsTriedAgain() {
    String to = TestingAccount.newEmail();
    composer.failOnce();
    people.run(INSERT, TestingComposer.KIND, to, "<i>hello</i>", 0);

    await()
        .untilAsserted(() ->
            assertThat(
                    people.count(
                        "select count(*) from auth.mails where recipient = ? and attempts = 1"
                            + " and retry_at between now() and now() + interval '8 s'",
                        to))
                .isOne());
    people.run("update auth.mails set retry_at = now() where recipient = ?", to);

    assertThat(TestingAccount.mail(to, 1).html())
        .contains("&lt;i&gt;hello&lt;/i&gt;")
        .doesNotContain("<i>hello");
    await().untilAsserted(() -> assertThat(waiting(to)).isZero());
  }

  @Test
  void whatAlwaysFailsIsGivenUp() {
    String to = TestingAccount.newEmail();
    people.run(INSERT, "nobody-composes-this", to, null, 14);

    await().untilAsserted(() -> assertThat(waiting(to)).isZero());
  }

  private long waiting(String to) {
    return people.count("select count(*) from auth.mails where recipient = ?", to);
  }

  /** Fails as often as it is told to. */
  @ApplicationScoped
  static class TestingComposer implements MailComposer {
    static final String KIND = "testing";
    private final AtomicInteger failures = new AtomicInteger();

    void failOnce() {
      failures.set(1);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Uni<Optional<Letter>> compose(QueuedMail mail) {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("not this time");
      }
      return Uni.createFrom()
          .item(
              Optional.of(
                  new Letter(
                      mail.recipient(),
                      "Testing",
                      "verify-email",
                      Map.of("link", Objects.requireNonNull(mail.details())))));
    }
  }
}
