package io.custard.bench.retrieval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.Benchmark;
import io.custard.cli.api.Json;
import io.custard.protocol.OrganisationId;
import io.custard.query.meaning.InProcessVectors;
import io.custard.query.meaning.Meanings;
import io.custard.query.meaning.TableMeanings;
import io.custard.query.meaning.Wording;
import io.custard.query.prompt.SchemaSearch;
import io.custard.query.retrieval.Signal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * {@code bench retrieval}: the share of questions all of whose tables are shown, on one schema of
 * 1,000 tables joined of the databases in {@code shared/eval}, by room in the prompt and by wording
 * of the questions; and how long the search takes.
 */
public final class RetrievalBenchmark implements Benchmark {
  private final Path home;
  private final List<Integer> budgets;
  private final boolean ablation;
  private final PrintStream progress;

  /**
   * A benchmark of the checkout at {@code home}.
   *
   * @param budgets room in the prompt, in tokens
   * @param ablation whether to measure also without each signal
   */
  public RetrievalBenchmark(
      Path home, List<Integer> budgets, boolean ablation, PrintStream progress) {
    this.home = home;
    this.budgets = List.copyOf(budgets);
    this.ablation = ablation;
    this.progress = progress;
  }

  @Override
  public ObjectNode measure() throws Exception {
    SharedData data = SharedData.find(home);
    JoinedSchema schema = JoinedSchema.of(data);
    List<AskedQuestion> questions = new QuestionFiles().of(data, schema.asked());
    ObjectNode figures = Json.MAPPER.createObjectNode();
    describe(schema, questions, figures.putObject("schema"));
    measure(schema, questions, figures);
    return figures;
  }

  private void measure(JoinedSchema schema, List<AskedQuestion> questions, ObjectNode figures) {
    ObjectNode times = figures.putObject("time");
    CachedQuestions vectors = new CachedQuestions(new InProcessVectors(true));
    TableMeanings meanings =
        new Meanings(vectors, Runnable::run)
            .of(new OrganisationId(UUID.randomUUID()), schema.tables());
    long start = System.nanoTime();
    SchemaSearch search = new SchemaSearch(schema.tables(), meanings);
    times.put("index_of_words_ms", millis(start));
    start = System.nanoTime();
    search.find("anything", 1);
    times.put("meanings_of_all_tables_ms", millis(start));
    Trial trial = new Trial(questions, budgets);
    questions.forEach(question -> vectors.of(Wording.of(question.text())));
    times.put("vector_of_a_text_ms", vectors.millisEach());
    figures.set("recall", trial.recall(search));
    times.set("search_without_question_vector", trial.times().figures());
    if (ablation) {
      ObjectNode without = figures.putObject("recall_without");
      for (Signal signal : Signal.values()) {
        String name = signal.name().toLowerCase(Locale.ROOT);
        without.set(name, without(signal, schema, meanings, trial));
      }
    }
  }

  private ObjectNode without(
      Signal signal, JoinedSchema schema, TableMeanings meanings, Trial trial) {
    progress.println("bench: without " + signal);
    Set<Signal> others = EnumSet.complementOf(EnumSet.of(signal));
    return trial.recall(new SchemaSearch(schema.tables(), meanings, others));
  }

  private void describe(JoinedSchema schema, List<AskedQuestion> questions, ObjectNode figures) {
    figures
        .put("databases", schema.asked().size())
        .put("tables_of_databases_and_name_lists", schema.real())
        .put("tables_renamed_copies", schema.tables().size() - schema.real())
        .put("tables", schema.tables().size())
        .put("questions", questions.size());
    progress.printf(
        "bench: %d questions on %d tables, %d of them renamed copies%n",
        questions.size(), schema.tables().size(), schema.tables().size() - schema.real());
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
