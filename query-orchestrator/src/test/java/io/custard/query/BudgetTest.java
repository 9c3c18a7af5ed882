package io.custard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import io.custard.protocol.UserId;
import io.custard.query.budget.spend.Reservation;
import io.custard.query.budget.spend.SpendTokens;
import io.custard.query.budget.usage.Tokens;
import io.custard.query.execution.Asker;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Budgets in a real Redis. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
@QuarkusTestResource(value = ScriptedModels.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = OwnModelSettings.class, restrictToAnnotatedClass = true)
class BudgetTest extends ModelFixture {
  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject SpendTokens spending;

  @Test
  void twoHundredAtTheSameTimeNeverPassTheLimit() {
    limit("organisation_tokens_per_month", 100_000);

    long granted = together(200, () -> tryReserve(new Tokens(600, 400)) ? 1_000 : 0);

    assertThat(granted).isEqualTo(100_000);
    assertThat(counted()).isEqualTo(100_000);
  }

  @Test
  void whatIsUsedAndWhatIsSetAsideTogetherNeverPassTheLimit() {
    limit("organisation_tokens_per_month", 50_000);
    AtomicLong calls = new AtomicLong();

    long used =
        together(
            200,
            () -> {
              Reservation held = tryHold(new Tokens(700, 300));
              if (held == null) {
                return 0;
              }
              assertThat(counted()).isLessThanOrEqualTo(50_000);
              calls.incrementAndGet();
              spending.spent(held, new Tokens(100, 50));
              return 150;
            });

    await().atMost(SOON).untilAsserted(() -> assertThat(counted()).isEqualTo(used));
    assertThat(used).isEqualTo(150 * calls.get()).isLessThanOrEqualTo(50_000);
    assertThat(calls.get()).isGreaterThanOrEqualTo(50);
  }

  @Test
  void aReservationIsWholeOrNothing() {
    put(Map.of("organisation_tokens_per_month", 10_000, "question_tokens", 500));

    assertThat(tryReserve(new Tokens(600, 0))).isFalse();

    assertThat(counted()).isZero();
  }

  @Test
  void whatACallDoesNotTakeIsGivenBackAndWhatIsLostIsNot() {
    limit("organisation_tokens_per_month", 1_000);
    spending.giveBack(hold(new Tokens(600, 400)));
    await().atMost(SOON).untilAsserted(() -> assertThat(counted()).isZero());

    spending.lost(hold(new Tokens(600, 400)));

    assertThat(tryReserve(new Tokens(1, 0))).isFalse();
    await().atMost(SOON).untilAsserted(() -> assertThat(spentByTheTable()).isEqualTo(1_000));
  }

  @Test
  void anEmptiedRedisIsFilledAgainFromWhatIsWritten() {
    limit("organisation_tokens_per_month", 1_000);
    spending.spent(hold(new Tokens(500, 500)), new Tokens(500, 400));

    redis.key().del(monthKey());

    assertThat(tryReserve(new Tokens(101, 0))).isFalse();
    assertThat(tryReserve(new Tokens(100, 0))).isTrue();
  }

  @Test
  void aReservationThatRedisForgotGivesNothingBack() {
    limit("organisation_tokens_per_month", 1_000);
    Reservation forgotten = hold(new Tokens(500, 0));
    redis.key().del(monthKey());
    hold(new Tokens(400, 0));

    spending.spent(forgotten, new Tokens(300, 0));

    await().atMost(SOON).untilAsserted(() -> assertThat(counted()).isEqualTo(700));
  }

  @Test
  void aPersonsDayAndAQuestionHaveBudgetsOfTheirOwn() {
    put(Map.of("person_tokens_per_day", 1_000, "question_tokens", 600));
    Asker asker = asker();
    hold(asker, new Tokens(500, 0));

    assertThatThrownBy(() -> hold(asker, new Tokens(200, 0)))
        .isInstanceOfSatisfying(
            CustardException.class,
            refusal -> assertThat(refusal.detail()).contains("This question"));
    assertThatThrownBy(() -> hold(new Tokens(501, 0)))
        .isInstanceOfSatisfying(
            CustardException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.QUERY_BUDGET_SPENT);
              assertThat(refusal.detail())
                  .contains("You", "today", LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
              assertThat(refusal.retryAfterSeconds()).isPositive();
            });
    hold(new Tokens(500, 0));
  }

  @Test
  void withoutTokensTheBuiltInTranslatorAnswersAndSaysSo() throws Exception {
    limit("organisation_tokens_per_month", 10);

    CompletableFuture<Response> simple = later(Map.of("question", SIMPLE));
    gateway.answer(gateway.await(io.custard.protocol.event.ExecuteCommand.class), ONE, 1, "[5]");
    Response hard = ask(Map.of("question", HARD));

    Response answer = simple.get(10, TimeUnit.SECONDS);
    assertThat(answer.path("model").toString()).isEqualTo("built-in");
    assertThat(answer.path("warnings").toString()).contains("not asked", "renew at");
    assertThat(hard.statusCode()).isEqualTo(429);
    assertThat(code(hard)).isEqualTo("QUERY_BUDGET_SPENT");
    assertThat(hard.header("Retry-After")).isNotNull();
    assertThat(hard.path("detail").toString())
        .contains("organisation", YearMonth.now(ZoneOffset.UTC).plusMonths(1) + "-01T00:00:00Z");
    assertThat(installed.requests()).isEmpty();
  }

  @Test
  void whatWasTakenIsToldByDayPersonAndModelToTheOwnAdministrators() {
    ask(Map.of("question", HARD));

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat((List<?>) get(token, "/usage?by=model").path("items")).hasSize(1));
    Response byModel = get(token, "/usage?by=model");
    assertThat(byModel.path("items[0].model").toString()).isEqualTo("scripted");
    assertThat((int) byModel.path("items[0].calls")).isEqualTo(4);
    assertThat((int) byModel.path("items[0].prompt_tokens")).isPositive();
    assertThat(get(token, "/usage?by=person").path("items[0].user_id").toString())
        .isEqualTo(user.toString());
    assertThat(get(token, "/usage").path("items[0].day").toString())
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
    assertThat((int) get(token, "/budget").path("spent_this_month")).isPositive();
    assertThat((List<?>) get(stranger, "/usage?by=model").path("items")).isEmpty();
    assertThat(code(get(token, "/usage?by=query"))).isEqualTo("REQUEST_INVALID");
    assertThat(code(get(token, "/usage?from=2020-01-01"))).isEqualTo("REQUEST_INVALID");
  }

  @Test
  void aBudgetIsOfOneOrganisation() {
    limit("organisation_tokens_per_month", 7);

    Response other = get(stranger, "/budget");

    assertThat((Object) other.path("organisation_tokens_per_month")).isNull();
    assertThat((int) get(token, "/budget").path("organisation_tokens_per_month")).isEqualTo(7);
    assertThat((int) other.path("spent_this_month")).isZero();
    assertThat(code(send(token, "PUT", "/budget", Map.of("question_tokens", -1))))
        .isEqualTo("REQUEST_INVALID");
  }

  private static long together(int many, java.util.function.LongSupplier each) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Long>> all =
          IntStream.range(0, many)
              .mapToObj(i -> CompletableFuture.supplyAsync(each::getAsLong, threads))
              .toList();
      return all.stream().mapToLong(CompletableFuture::join).sum();
    }
  }

  private boolean tryReserve(Tokens most) {
    return tryHold(most) != null;
  }

  private Reservation tryHold(Tokens most) {
    try {
      return hold(most);
    } catch (CustardException refusal) {
      assertThat(refusal.code()).isEqualTo(ErrorCode.QUERY_BUDGET_SPENT);
      return null;
    }
  }

  private Reservation hold(Tokens most) {
    return hold(asker(), most);
  }

  private Reservation hold(Asker asker, Tokens most) {
    return spending.reserve(asker, "scripted", most).await().atMost(SOON);
  }

  private Asker asker() {
    return new Asker(
        UserId.of(user), OrganisationId.of(organisation), "somebody", QueryId.random(), null);
  }

  private void limit(String name, long tokens) {
    put(Map.of(name, tokens));
  }

  private void put(Map<String, Object> budget) {
    assertThat(send(token, "PUT", "/budget", new HashMap<>(budget)).statusCode()).isEqualTo(200);
  }

  private String monthKey() {
    return "budget:{" + organisation + "}:month:" + YearMonth.now(ZoneOffset.UTC);
  }

  private long counted() {
    String spent = redis.hash(String.class).hget(monthKey(), "spent");
    return spent == null ? 0 : Long.parseLong(spent);
  }

  private long spentByTheTable() {
    return ((Number) get(token, "/budget").path("spent_this_month")).longValue();
  }
}
