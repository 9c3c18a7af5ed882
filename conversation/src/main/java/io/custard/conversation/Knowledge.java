package io.custard.conversation;

import io.custard.conversation.change.ValueFinder;
import io.custard.guard.Dialect;
import io.custard.protocol.TableDescription;
import java.time.LocalDate;
import java.util.List;

/**
 * What a follow-up is read with.
 *
 * @param tables the schema, as far as the person may see it
 * @param values asked at most a few times; {@link ValueFinder#NONE} where no values may be read
 * @param today in the person's time zone
 */
public record Knowledge(
    Dialect dialect, List<TableDescription> tables, ValueFinder values, LocalDate today) {
  public Knowledge {
    tables = List.copyOf(tables);
  }
}
