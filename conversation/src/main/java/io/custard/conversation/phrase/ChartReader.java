package io.custard.conversation.phrase;

import io.custard.conversation.change.ChartForm;
import io.custard.conversation.words.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "As a bar chart", "pie please". */
record ChartReader(Text text) implements PhraseReader {
  private static final List<String> AS = List.of("as", "in", "on", "into", "with", "to", "using");
  private static final List<String> ARTICLES = List.of("a", "an", "the", "one");
  private static final Set<String> DRAWN =
      Set.of("chart", "charts", "graph", "plot", "diagram", "view");
  private static final List<String> VERBS =
      List.of("plot", "draw", "chart", "graph", "visualize", "visualise");
  private static final Set<ChartForm> ALONE =
      Set.of(ChartForm.PIE, ChartForm.BAR, ChartForm.LINE, ChartForm.HISTOGRAM, ChartForm.SCATTER);

  @Override
  public Optional<Found> at(int at) {
    int verb = text.any(at, VERBS);
    int object = verb > 0 ? text.any(at + verb, List.of("it", "this", "that", "them")) : 0;
    int as = text.any(at + verb + object, AS);
    int article = text.any(at + verb + object + as, ARTICLES);
    int start = at + verb + object + as + article;
    Optional<ChartForm> form = ChartForm.of(text.at(start));
    if (form.isEmpty()) {
      return Optional.empty();
    }
    int stacked = start + 1;
    boolean drawn = DRAWN.contains(text.at(stacked));
    boolean alone = at == 0 && text.size() <= 2 && ALONE.contains(form.get());
    boolean enough =
        drawn
            || (as > 0 && article > 0)
            || (as > 0 && text.at(at + verb + object).equals("as"))
            || alone;
    return enough ? Found.chart(stacked + (drawn ? 1 : 0) - at, form.get()) : Optional.empty();
  }
}
