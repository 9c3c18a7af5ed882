package io.custard.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.auth.TestingEvents;
import io.custard.auth.TestingPeople;
import io.custard.auth.TestingPeople.Member;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class RepublishTest {
  private final Republish republish;
  private final TestingPeople people;
  private final TestingEvents events;

  RepublishTest(Republish republish, TestingPeople people, TestingEvents events) {
    this.republish = republish;
    this.people = people;
    this.events = events;
  }

  @Test
  void everythingIsToldAnewAlsoOverMoreThanOnePage() throws Throwable {
    Member owner = people.owner();
    var members = IntStream.range(0, 110).mapToObj(i -> people.beside(owner, "viewer")).toList();

    VertxContextSupport.subscribeAndAwait(republish::everything);

    await()
        .untilAsserted(() -> {
          assertThat(events.identity("org:" + owner.organisation()).path("name").asText())
              .isEqualTo("Pudding Ltd");
          assertThat(events.identity("user:" + owner.id()).path("email").asText())
              .isEqualTo(owner.person().email());
          for (Member member : members.subList(105, 110)) {
            assertThat(
                    events
                        .identity("member:" + owner.organisation() + ":" + member.id())
                        .path("role")
                        .asText())
                .isEqualTo("viewer");
          }
        });
  }
}
