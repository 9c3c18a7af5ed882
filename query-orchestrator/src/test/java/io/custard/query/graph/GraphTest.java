package io.custard.query.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class GraphTest {
  private static final StepKey<String> FIRST = new StepKey<>("first", String.class);
  private static final StepKey<String> LEFT = new StepKey<>("left", String.class);
  private static final StepKey<String> RIGHT = new StepKey<>("right", String.class);
  private static final StepKey<String> LAST = new StepKey<>("last", String.class);

  private record TestingStep(
      StepKey<String> key,
      Set<StepKey<?>> after,
      BiFunction<String, Outputs, Uni<Outcome<String>>> work)
      implements Step<String, String> {
    @Override
    public Uni<Outcome<String>> run(String context, Outputs outputs) {
      return work.apply(context, outputs);
    }
  }

  private static TestingStep step(
      StepKey<String> key,
      BiFunction<String, Outputs, Uni<Outcome<String>>> work,
      StepKey<?>... after) {
    return new TestingStep(key, Set.of(after), work);
  }

  private static TestingStep says(StepKey<String> key, StepKey<?>... after) {
    return step(key, (context, outputs) -> done(context + " " + key), after);
  }

  private static Uni<Outcome<String>> done(String said) {
    return Uni.createFrom().item(new Outcome.Done<>(said));
  }

  private static Outputs run(Graph<String> graph, Outputs before, Journal journal) {
    return graph
        .run("q", before, journal)
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .awaitItem()
        .getItem();
  }

  @Test
  void stepsRunAfterThoseTheyNameInWhateverOrderTheyAreDeclared() {
    Graph<String> graph =
        new Graph<>(
            List.of(
                step(
                    LAST,
                    (context, outputs) -> done(outputs.get(LEFT) + "+" + outputs.get(RIGHT)),
                    LEFT,
                    RIGHT),
                says(RIGHT, FIRST),
                says(LEFT, FIRST),
                says(FIRST)));

    assertThat(run(graph, Outputs.NONE, Journal.NONE).get(LAST)).isEqualTo("q left+q right");
  }

  @Test
  void independentStepsAreUnderWayAtTheSameTime() {
    List<UniEmitter<? super Outcome<String>>> waiting = new ArrayList<>();
    BiFunction<String, Outputs, Uni<Outcome<String>>> waits =
        (context, outputs) -> Uni.createFrom().<Outcome<String>>emitter(waiting::add);
    Graph<String> graph =
        new Graph<>(List.of(step(LEFT, waits), step(RIGHT, waits), says(LAST, LEFT, RIGHT)));

    UniAssertSubscriber<Outputs> running =
        graph
            .run("q", Outputs.NONE, Journal.NONE)
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());

    assertThat(waiting).hasSize(2);
    waiting.forEach(emitter -> emitter.complete(new Outcome.Done<>("x")));
    assertThat(running.awaitItem().getItem().get(LAST)).isEqualTo("q last");
  }

  @Test
  void whatIsSentBackRunsAgainWithItsReasonAndSoDoesAllThatFollows() {
    AtomicInteger lasts = new AtomicInteger();
    Graph<String> graph =
        new Graph<>(
            List.of(
                step(
                    FIRST,
                    (context, outputs) -> done("try " + outputs.attempt(FIRST)),
                    new StepKey<?>[0]),
                says(LEFT, FIRST),
                step(
                    LAST,
                    (context, outputs) ->
                        lasts.incrementAndGet() < 3
                            ? Uni.createFrom().item(new Outcome.Back<>(FIRST, "no " + lasts))
                            : done("good"),
                    LEFT)));
    List<Entry> journal = new ArrayList<>();

    Outputs outputs = run(graph, Outputs.NONE, kept(journal));

    assertThat(outputs.get(FIRST)).isEqualTo("try 3");
    assertThat(outputs.rejected(FIRST))
        .extracting(Outputs.Rejected::output, Outputs.Rejected::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("try 1", "no 1"),
            org.assertj.core.groups.Tuple.tuple("try 2", "no 2"));
    assertThat(graph.replay(journal).rejected(FIRST)).isEqualTo(outputs.rejected(FIRST));
  }

  @Test
  void aRunGoesOnFromWhereItsJournalEnds() {
    AtomicInteger firsts = new AtomicInteger();
    AtomicBoolean broken = new AtomicBoolean(true);
    Graph<String> graph =
        new Graph<>(
            List.of(
                step(FIRST, (context, outputs) -> done("once " + firsts.incrementAndGet())),
                step(
                    LAST,
                    (context, outputs) ->
                        broken.get()
                            ? Uni.createFrom().failure(new IllegalStateException("killed"))
                            : done(outputs.get(FIRST)),
                    FIRST)));
    List<Entry> journal = new ArrayList<>();
    graph
        .run("q", Outputs.NONE, kept(journal))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .awaitFailure();
    broken.set(false);

    Outputs outputs = run(graph, graph.replay(journal), Journal.NONE);

    assertThat(outputs.get(LAST)).isEqualTo("once 1");
    assertThat(firsts).hasValue(1);
  }

  @Test
  void aFailureCancelsWhatIsUnderWay() {
    AtomicBoolean cancelled = new AtomicBoolean();
    AtomicReference<UniEmitter<? super Outcome<String>>> failing = new AtomicReference<>();
    Graph<String> graph =
        new Graph<>(
            List.of(
                step(
                    LEFT,
                    (context, outputs) ->
                        Uni.createFrom()
                            .<Outcome<String>>nothing()
                            .onCancellation()
                            .invoke(() -> cancelled.set(true))),
                step(
                    RIGHT,
                    (context, outputs) ->
                        Uni.createFrom().<Outcome<String>>emitter(failing::set))));
    UniAssertSubscriber<Outputs> running =
        graph
            .run("q", Outputs.NONE, Journal.NONE)
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());

    failing.get().fail(new IllegalStateException("no"));

    running.assertFailedWith(IllegalStateException.class, "no");
    assertThat(cancelled).isTrue();
  }

  @Test
  void whatAJournalDoesNotKeepIsNotBuiltUpon() {
    AtomicBoolean reached = new AtomicBoolean();
    Graph<String> graph =
        new Graph<>(
            List.of(
                says(FIRST),
                step(
                    LAST,
                    (context, outputs) -> {
                      reached.set(true);
                      return done("late");
                    },
                    FIRST)));
    Journal lost =
        entry ->
            entry instanceof Entry.Done
                ? Uni.createFrom().failure(new IllegalStateException("lease lost"))
                : Uni.createFrom().voidItem();

    graph
        .run("q", Outputs.NONE, lost)
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .assertFailedWith(IllegalStateException.class, "lease lost");

    assertThat(reached).isFalse();
  }

  @Test
  void aPartOfItEndsAtItsLastStep() {
    Graph<String> graph = new Graph<>(List.of(says(FIRST), says(LEFT, FIRST), says(LAST, LEFT)));

    Outputs outputs = run(graph.upTo(LEFT), Outputs.NONE, Journal.NONE);

    assertThat(outputs.has(LEFT)).isTrue();
    assertThat(outputs.has(LAST)).isFalse();
  }

  @Test
  void aCircleIsNoGraph() {
    assertThatThrownBy(() -> new Graph<>(List.of(says(LEFT, RIGHT), says(RIGHT, LEFT))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Graph<>(List.of(says(LEFT), says(LEFT))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Journal kept(List<Entry> journal) {
    return entry -> {
      journal.add(entry);
      return Uni.createFrom().voidItem();
    };
  }
}
