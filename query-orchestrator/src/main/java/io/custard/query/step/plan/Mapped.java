package io.custard.query.step.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.TableDescription;
import io.custard.query.graph.StepKey;
import io.custard.query.prompt.SchemaPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables a model is shown.
 *
 * @param of how many there are
 * @param part the tables themselves; null in another process than the one that found them
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Mapped(List<String> tables, int of, @JsonIgnore @Nullable SchemaPart part) {
  public static final StepKey<Mapped> STEP = new StepKey<>("map", Mapped.class);

  public Mapped {
    tables = List.copyOf(tables);
  }

  /** As it is read from a journal. */
  @JsonCreator
  static Mapped read(@JsonProperty("tables") List<String> tables, @JsonProperty("of") int all) {
    return new Mapped(tables, all, null);
  }

  static Mapped of(SchemaPart part) {
    return new Mapped(part.tables().stream().map(Mapped::name).toList(), part.all(), part);
  }

  private static String name(TableDescription table) {
    return table.schema().isEmpty() ? table.name() : table.schema() + "." + table.name();
  }
}
