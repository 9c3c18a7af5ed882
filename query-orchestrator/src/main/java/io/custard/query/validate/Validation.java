package io.custard.query.validate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.check.Caution;
import io.custard.check.Findings;
import io.custard.check.Problem;
import io.custard.guard.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the guard and the schema say of a statement. Only the guard refuses: the schema as we know
 * it may be a moment old, so what is found by it is a warning.
 *
 * @param accepted whether the guard lets it pass
 * @param code of the refusal
 * @param detail of the refusal, for people
 * @param line of the refusal in the text that was sent, from 1
 * @param column of the refusal in its line, from 1
 * @param sql what would be sent to the database; places of problems are counted in it
 * @param tables relations it reads, as the server resolves their names
 * @param schemaKnown whether there was a schema to hold it against
 * @param problems why the database would refuse it, in the order of the text
 * @param cautions why its answer may mislead
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Validation(
    boolean accepted,
    @Nullable String code,
    @Nullable String detail,
    @Nullable Integer line,
    @Nullable Integer column,
    @Nullable String sql,
    List<String> tables,
    boolean schemaKnown,
    List<Found> problems,
    List<Warned> cautions) {

  /**
   * A name or a value that does not fit the schema.
   *
   * @param kind {@code unknown_table}, {@code unknown_column}, {@code ambiguous_column} or {@code
   *     type_mismatch}
   * @param line in {@code sql}, from 1; null when the place is not known
   * @param suggestions what may have been meant, as a statement must spell it, best first
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Found(
      String kind,
      String sentence,
      String written,
      @Nullable Integer line,
      @Nullable Integer column,
      List<String> suggestions) {
    static Found of(Problem problem, String sql) {
      TextPlace place = problem.position() < 0 ? null : TextPlace.of(sql, problem.position());
      return new Found(
          kindOf(problem),
          problem.sentence(),
          problem.written(),
          place == null ? null : place.line(),
          place == null ? null : place.column(),
          problem.suggestions());
    }
  }

  /**
   * A join by which figures may mislead.
   *
   * @param kind {@code fan_out}, {@code repeated_average}, {@code row_loss}, {@code chasm_trap} or
   *     {@code non_key_join}
   */
  public record Warned(String kind, String sentence) {
    static Warned of(Caution caution) {
      return new Warned(kindOf(caution), caution.sentence());
    }
  }

  /** A refusal is an answer here like any other. */
  static Validation refused(String sql, Verdict.Refused refusal) {
    TextPlace place = TextPlace.of(sql, refusal.position());
    return new Validation(
        false,
        refusal.code().name(),
        refusal.message(),
        place.line(),
        place.column(),
        null,
        List.of(),
        false,
        List.of(),
        List.of());
  }

  static Validation accepted(Verdict.Accepted verdict, boolean schemaKnown, Findings findings) {
    return new Validation(
        true,
        null,
        null,
        null,
        null,
        verdict.sql(),
        verdict.tables(),
        schemaKnown,
        findings.problems().stream().map(problem -> Found.of(problem, verdict.sql())).toList(),
        findings.cautions().stream().map(Warned::of).toList());
  }

  private static String kindOf(Problem problem) {
    return switch (problem) {
      case Problem.UnknownTable table -> "unknown_table";
      case Problem.UnknownColumn column -> "unknown_column";
      case Problem.AmbiguousColumn column -> "ambiguous_column";
      case Problem.TypeMismatch type -> "type_mismatch";
    };
  }

  private static String kindOf(Caution caution) {
    return switch (caution) {
      case Caution.FanOut fan -> "fan_out";
      case Caution.RepeatedAverage average -> "repeated_average";
      case Caution.RowLoss loss -> "row_loss";
      case Caution.ChasmTrap trap -> "chasm_trap";
      case Caution.NonKeyJoin join -> "non_key_join";
    };
  }
}
