package io.custard.bench.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.Benchmark;
import io.custard.cli.api.Json;
import io.custard.guard.Dialect;
import io.custard.guard.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench guard}: verdicts on labelled statements by dialect, time per statement, and the same
 * reads parsed by other parsers. It fails when a statement passes that must not.
 */
public final class GuardBenchmark implements Benchmark {
  private final Path home;
  private final boolean listCauses;
  private final PrintStream progress;
  private final Guards guards = new Guards();

  /**
   * A benchmark of the checkout at {@code home}.
   *
   * @param listCauses whether to list on {@code progress} what was judged wrongly
   */
  public GuardBenchmark(Path home, boolean listCauses, PrintStream progress) {
    this.home = home;
    this.listCauses = listCauses;
    this.progress = progress;
  }

  @Override
  public ObjectNode measure() throws Exception {
    Corpus corpus = Corpus.find(home);
    progress.println(
        "bench: "
            + corpus.statements().size()
            + " statements of the "
            + corpus.source()
            + " corpus");
    List<Judged> judged = judge(corpus.statements());
    ObjectNode figures = Json.MAPPER.createObjectNode().put("corpus", corpus.source());
    figures.setAll(Tally.of(judged));
    compare(judged, figures);
    ObjectNode dialects = figures.putObject("dialects");
    for (Dialect dialect : Dialect.values()) {
      List<Judged> own = judged.stream().filter(j -> j.dialect() == dialect).toList();
      ObjectNode tally = Tally.of(own).put("supported", own.stream().anyMatch(Judged::isSupported));
      dialects.set(dialect.name().toLowerCase(Locale.ROOT), tally);
    }
    if (listCauses) {
      list(judged);
    }
    return figures;
  }

  @Override
  public boolean passes(ObjectNode figures) {
    return figures.path("false_accepts").asInt() == 0;
  }

  private List<Judged> judge(List<Labelled> statements) {
    long[] nanos = Stopwatch.nanos(statements, this::verdict);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < nanos.length; i++) {
      Labelled statement = statements.get(i);
      judged.add(new Judged(statement, verdict(statement), nanos[i]));
    }
    return judged;
  }

  private Verdict verdict(Labelled statement) {
    return guards.judge(statement.dialect(), statement.sql());
  }

  private void compare(List<Judged> judged, ObjectNode figures) {
    progress.println("bench: the same reads by other parsers");
    ObjectNode calcite = new Comparison(new OtherParser.Calcite()).of(judged);
    ObjectNode trino = new Comparison(new OtherParser.Trino()).of(judged);
    figures.set("parser_ratio", calcite.path("ratio"));
    figures.putArray("parsers").add(calcite).add(trino);
  }

  private void list(List<Judged> judged) {
    judged.stream()
        .filter(Judged::isFalseAccept)
        .forEach(j -> progress.println(line("accepted", j) + "  (" + j.statement().why() + ")"));
    judged.stream()
        .filter(Judged::isFalseRefusal)
        .sorted(Comparator.comparing(Judged::dialect).thenComparing(GuardBenchmark::cause))
        .forEach(j -> progress.println(line(cause(j), j)));
  }

  private static String line(String what, Judged judged) {
    String sql = judged.statement().sql().replaceAll("\\s+", " ");
    return judged.dialect() + " " + what + ": " + sql;
  }

  private static String cause(Judged judged) {
    return judged.verdict() instanceof Verdict.Refused refused
        ? refused.code() + " at " + refused.position() + " " + refused.message()
        : "";
  }
}
