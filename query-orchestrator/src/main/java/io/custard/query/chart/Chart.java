package io.custard.query.chart;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.query.result.StatementResult;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a result can be drawn. The specification has no data of its own: it names the data set {@code
 * result}, whose objects are the answer's rows with a field {@code c0}, {@code c1} … for each cell.
 *
 * @param reason why this form fits the result
 * @param note what is to be said beside the chart, such as that rows are missing
 * @param others forms that are valid too, the best one first
 * @param rows how many rows of the answer, from the first one on, it is to be drawn from
 * @param spec in the grammar of Vega-Lite 6
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Chart(
    ChartForm form,
    String reason,
    @Nullable String note,
    List<ChartForm> others,
    int rows,
    @Schema(implementation = Object.class, type = SchemaType.OBJECT) ObjectNode spec) {

  /** What became of the wish for a form. */
  public sealed interface Choice {
    record Drawn(Chart chart) implements Choice {}

    /** The reason is one sentence for the person who wished. */
    record NotValid(String reason) implements Choice {}
  }

  public Chart {
    others = List.copyOf(others);
  }

  /** The best form; null when a table says it best. */
  public static @Nullable Chart of(StatementResult result) {
    ResultShape shape = ResultShape.of(result);
    List<Option> options = ChartRules.options(shape);
    return options.isEmpty() ? null : of(options.getFirst(), options, shape);
  }

  /** A form that a person or a model wished for, if it is a valid one. */
  public static Choice as(ChartForm form, StatementResult result) {
    ResultShape shape = ResultShape.of(result);
    List<Option> options = ChartRules.options(shape);
    Optional<Option> wished = options.stream().filter(o -> o.form() == form).findFirst();
    return wished
        .<Choice>map(option -> new Choice.Drawn(of(option, options, shape)))
        .orElseGet(() -> new Choice.NotValid(form.refusal()));
  }

  private static Chart of(Option chosen, List<Option> options, ResultShape shape) {
    return new Chart(
        chosen.form(),
        chosen.reason(),
        ChartText.note(chosen, shape),
        options.stream().map(Option::form).filter(form -> form != chosen.form()).toList(),
        shape.read(),
        ChartSpec.of(chosen, shape));
  }
}
