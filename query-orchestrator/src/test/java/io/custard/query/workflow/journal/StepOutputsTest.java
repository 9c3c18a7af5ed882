package io.custard.query.workflow.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.Truncation;
import io.custard.query.answer.Answer;
import io.custard.query.chart.Chart;
import io.custard.query.chart.ChartForm;
import io.custard.query.draft.Usage;
import io.custard.query.evidence.Evidence;
import io.custard.query.example.Example;
import io.custard.query.graph.StepKey;
import io.custard.query.step.compose.Composed;
import io.custard.query.step.compose.Validated;
import io.custard.query.step.follow.Followed;
import io.custard.query.step.plan.Mapped;
import io.custard.query.step.plan.Planned;
import io.custard.query.step.plan.Recalled;
import io.custard.query.step.result.Answered;
import io.custard.query.step.result.DrawChart;
import io.custard.query.step.result.Executed;
import io.custard.query.step.result.FindEvidence;
import io.custard.query.step.result.Stated;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Another process has to read what a step wrote. */
class StepOutputsTest {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  static Stream<Arguments> outputs() {
    return Stream.of(
        Arguments.of(
            Followed.STEP,
            new Followed("select 1", "By month.", io.custard.conversation.change.ChartForm.PIE)),
        Arguments.of(Stated.STEP, new Stated(JSON.createObjectNode().put("limit", 3))),
        Arguments.of(Planned.STEP, new Planned(Planned.Route.MODEL, "one", "It was chosen.")),
        Arguments.of(Planned.STEP, new Planned(Planned.Route.SQL, null, "It was given.")),
        Arguments.of(Mapped.STEP, new Mapped(List.of("a.b"), 3, null)),
        Arguments.of(
            Recalled.STEP,
            new Recalled(List.of(new Example(UUID.randomUUID(), "How many?", "select 1")))),
        Arguments.of(
            Composed.STEP,
            new Composed(
                "select 1",
                "read",
                null,
                "There is {rows[0][0]}.",
                "one",
                new Usage(1, 2, 3, 4),
                List.of("careful"))),
        Arguments.of(
            Validated.STEP,
            new Validated("select 1", List.of("t"), List.of(), List.of("careful"), null)),
        Arguments.of(
            Executed.STEP,
            new Executed(
                List.of(new ResultColumn("n", ColumnType.INTEGER)),
                "[[1.50],[123456789012345678901234567890],[1E400],[\"ä\\n\"],[null],[true],[{\"a\":[]}]]",
                7,
                new Truncation(Truncation.ROWS, 7),
                12,
                null)),
        Arguments.of(FindEvidence.STEP, Evidence.ofSql(List.of("t"), List.of("t.a"))),
        Arguments.of(Answered.STEP, new Answered("One.", List.of(new Answer.Part("One.", 0, 0)))),
        Arguments.of(
            DrawChart.STEP,
            new Chart(
                ChartForm.BAR,
                "few",
                null,
                List.of(ChartForm.LINE),
                2,
                JSON.createObjectNode().put("mark", "bar"))));
  }

  @ParameterizedTest
  @MethodSource("outputs")
  <O> void whatAStepWroteIsReadAsItWas(StepKey<O> step, O output) throws Exception {
    String written = JSON.writeValueAsString(output);

    assertThat(JSON.readValue(written, step.output())).isEqualTo(output);
  }
}
