package io.custard.query.step.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.conversation.change.ChartForm;
import io.custard.query.chart.Chart;
import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.result.StatementResult;
import io.custard.query.step.follow.Followed;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Chooses the best way to draw the rows, if there is one. */
@ApplicationScoped
public class DrawChart implements Step<Work, Chart> {
  public static final StepKey<Chart> STEP = new StepKey<>("chart", Chart.class);

  private final ObjectMapper json;

  DrawChart(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public StepKey<Chart> key() {
    return STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of(Followed.STEP, Executed.STEP);
  }

  @Override
  public Uni<Outcome<Chart>> run(Work work, Outputs outputs) {
    StatementResult result = outputs.get(Executed.STEP).result(json);
    Optional<ChartForm> wish = outputs.find(Followed.STEP).map(Followed::chart);
    return wish.isPresent()
        ? Uni.createFrom().item(() -> WishedChart.of(wish.get(), result))
        : best(result);
  }

  private static Uni<Outcome<Chart>> best(StatementResult result) {
    Chart chart = Chart.of(result);
    return Uni.createFrom()
        .item(
            chart == null
                ? new Outcome.Skipped<>("The rows are best read.")
                : new Outcome.Done<>(chart));
  }
}
