package io.custard.bench.retrieval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.load.Latencies;
import io.custard.cli.api.Json;
import io.custard.query.prompt.ComposePrompt;
import io.custard.query.prompt.SchemaPart;
import io.custard.query.prompt.SchemaSearch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All questions asked of one search, at each budget. */
final class Trial {
  private final List<AskedQuestion> questions;
  private final List<Integer> budgets;
  private final List<Duration> times = new ArrayList<>();

  Trial(List<AskedQuestion> questions, List<Integer> budgets) {
    this.questions = List.copyOf(questions);
    this.budgets = List.copyOf(budgets);
  }

  /** Figures by budget and wording. */
  ObjectNode recall(SchemaSearch search) {
    times.clear();
    ObjectNode figures = Json.MAPPER.createObjectNode();
    for (int budget : budgets) {
      Map<String, Recall> bySet = new TreeMap<>();
      for (AskedQuestion question : questions) {
        bySet
            .computeIfAbsent(question.set(), set -> new Recall())
            .add(question, find(search, question, budget));
      }
      ObjectNode node = figures.putObject(budget + "_tokens");
      bySet.forEach((set, recall) -> node.set(set, recall.figures()));
    }
    return figures;
  }

  private SchemaPart find(SchemaSearch search, AskedQuestion question, int budget) {
    long start = System.nanoTime();
    SchemaPart part = search.find(question.text(), budget * ComposePrompt.CHARACTERS_PER_TOKEN);
    times.add(Duration.ofNanos(System.nanoTime() - start));
    return part;
  }

  /** How long the searches of the last trial took. */
  Latencies times() {
    return new Latencies(times, 0);
  }
}
