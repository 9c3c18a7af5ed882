package io.custard.gateway.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final Gathering.Limits LIMITS = new Gathering.Limits(3, 5, Duration.ofSeconds(30));

  /** What was asked of the server, call by call, and how each call is to be answered. */
  private final List<List<Integer>> calls = new ArrayList<>();

  private final List<CompletableFuture<List<String>>> answers = new ArrayList<>();
  private final Gathering<Integer, String> gathering = new Gathering<>(this::call, LIMITS);

  @Test
  void whatIsAskedMeanwhileGoesTogetherWithTheNextCallInTheOrderOfAsking() {
    List<CompletableFuture<String>> asked = ask(1, 6);

    assertThat(calls).containsExactly(List.of(1));
    answer(0);
    assertThat(calls).containsExactly(List.of(1), List.of(2, 3, 4));
    answer(1);
    assertThat(calls).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
    answer(2);

    assertThat(asked.stream().map(CompletableFuture::join))
        .containsExactly("said 1", "said 2", "said 3", "said 4", "said 5", "said 6");
  }

  @Test
  void nobodyIsAnsweredByACallThatBeganBeforeTheyAsked() {
    CompletableFuture<String> first = ask(7);
    CompletableFuture<String> second = ask(7);

    answer(0);

    assertThat(first).isCompletedWithValue("said 7");
    assertThat(second).isNotDone();
    assertThat(calls).containsExactly(List.of(7), List.of(7));
  }

  @Test
  void oneTooManyIsRefusedAtOnce() {
    List<CompletableFuture<String>> asked = ask(1, 6);

    CompletableFuture<String> more = ask(7);

    assertThat(more.exceptionNow()).isInstanceOf(RejectedExecutionException.class);
    assertThat(asked).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void aCallThatFailsFailsItsOwnAndNoOthers() {
    List<CompletableFuture<String>> asked = ask(1, 2);

    answers.get(0).completeExceptionally(new IllegalStateException("down"));
    answer(1);

    assertThat(asked.get(0).exceptionNow()).hasMessage("down");
    assertThat(asked.get(1)).isCompletedWithValue("said 2");
  }

  @Test
  void anAnswerOfTheWrongLengthIsAFailureOfAll() {
    CompletableFuture<String> asked = ask(1);

    answers.getFirst().complete(List.of());

    assertThat(asked.exceptionNow()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCallThatDoesNotEndIsGivenUpAndSoIsWhoWaitedForItAsLong() {
    Gathering<Integer, String> hasty =
        new Gathering<>(this::call, new Gathering.Limits(3, 5, Duration.ofMillis(50)));

    CompletableFuture<String> under = hasty.ask(1).subscribeAsCompletionStage();
    CompletableFuture<String> waiting = hasty.ask(2).subscribeAsCompletionStage();

    assertThat(under).failsWithin(Duration.ofSeconds(5));
    assertThat(waiting).failsWithin(Duration.ofSeconds(5));
  }

  private List<CompletableFuture<String>> ask(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(this::ask).toList();
  }

  private CompletableFuture<String> ask(int number) {
    return gathering.ask(number).subscribeAsCompletionStage();
  }

  private Uni<List<String>> call(List<Integer> together) {
    CompletableFuture<List<String>> answer = new CompletableFuture<>();
    calls.add(together);
    answers.add(answer);
    return Uni.createFrom().completionStage(answer);
  }

  private void answer(int call) {
    answers.get(call).complete(calls.get(call).stream().map(number -> "said " + number).toList());
  }
}
