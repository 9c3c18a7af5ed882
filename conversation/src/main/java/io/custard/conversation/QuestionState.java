package io.custard.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.GroupFilter;
import io.custard.conversation.state.Metric;
import io.custard.conversation.state.Order;
import io.custard.conversation.state.Period;
import io.custard.conversation.statement.StateReader;
import io.custard.guard.Dialect;
import io.custard.protocol.TableDescription;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a SELECT asks for, whoever wrote it. Immutable.
 *
 * @param period the days it is about; null if none are named
 * @param limit null if there is none
 * @param tables in order of appearance
 * @param complete whether this is all that is asked for, and can be changed by a follow-up; if not,
 *     it is what could be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionState(
    List<Metric> metrics,
    List<Dimension> dimensions,
    List<Filter> filters,
    List<GroupFilter> groupFilters,
    @Nullable Period period,
    List<Order> order,
    @Nullable Integer limit,
    List<String> tables,
    boolean complete) {

  public QuestionState {
    metrics = List.copyOf(metrics);
    dimensions = List.copyOf(dimensions);
    filters = List.copyOf(filters);
    groupFilters = List.copyOf(groupFilters);
    order = List.copyOf(order);
    tables = List.copyOf(tables);
  }

  /**
   * The state of a statement; empty if it is nothing the guard accepts. Never throws.
   *
   * @param tables the schema; what is not in it cannot be read
   */
  public static Optional<QuestionState> read(
      String sql, Dialect dialect, List<TableDescription> tables) {
    return StateReader.read(sql, dialect, tables);
  }
}
