package io.custard.bench.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.Benchmark;
import io.custard.bench.guard.Corpus;
import io.custard.bench.guard.Guards;
import io.custard.guard.Dialect;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code bench fuzz}: judges texts of every {@link Kind} in every dialect that has rules, and fails
 * when one breaks a promise of the guard.
 */
public final class FuzzBenchmark implements Benchmark {
  private static final long WARM_UP = 20_000;
  private static final long STEP = 100_000;

  private final Path home;
  private final long inputs;
  private final long seed;
  private final PrintStream progress;

  public FuzzBenchmark(Path home, long inputs, long seed, PrintStream progress) {
    this.home = home;
    this.inputs = inputs;
    this.seed = seed;
    this.progress = progress;
  }

  @Override
  public ObjectNode measure() throws Exception {
    Guards guards = new Guards();
    List<Dialect> dialects = Stream.of(Dialect.values()).filter(guards::know).toList();
    progress.println("bench: " + inputs + " texts of seed " + seed + " for " + dialects);
    Findings findings = new Findings(Math.min(WARM_UP, inputs / 2), progress);
    long start = System.nanoTime();
    run(new Inputs(seed, dialects, Corpus.own(home)), new Trial(guards), findings);
    ObjectNode figures = findings.figures();
    figures.put("seed", seed);
    figures.put("seconds", (System.nanoTime() - start) / 1_000_000_000L);
    dialects.forEach(figures.putArray("dialects")::addPOJO);
    return figures;
  }

  @Override
  public boolean passes(ObjectNode figures) {
    return Findings.none(figures);
  }

  private void run(Inputs texts, Trial trial, Findings findings) throws Exception {
    AtomicLong next = new AtomicLong();
    int workers = Runtime.getRuntime().availableProcessors();
    try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
      List<? extends Future<?>> running =
          IntStream.range(0, workers)
              .mapToObj(i -> executor.submit(() -> work(next, texts, trial, findings)))
              .toList();
      for (Future<?> worker : running) {
        worker.get();
      }
    }
  }

  private void work(AtomicLong next, Inputs texts, Trial trial, Findings findings) {
    for (long number = next.getAndIncrement(); number < inputs; number = next.getAndIncrement()) {
      findings.add(trial.run(texts.get(number)));
      if (number > 0 && number % STEP == 0) {
        progress.println("bench: " + number + " of " + inputs);
      }
    }
  }
}
