package io.custard.bench.retrieval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.query.prompt.SchemaPart;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of what questions need was shown. */
final class Recall {
  private static final double PERCENT = 100;

  private int questions;
  private int whole;
  private int wholeByName;
  private int withColumns;
  private double shares;
  private long shown;

  void add(AskedQuestion question, SchemaPart part) {
    List<TableDescription> own =
        part.tables().stream().filter(table -> question.tables().contains(name(table))).toList();
    questions++;
    shown += part.tables().size();
    shares += (double) own.size() / question.tables().size();
    if (own.size() == question.tables().size()) {
      whole++;
      withColumns += hasColumns(question, part, own) ? 1 : 0;
    }
    wholeByName += names(part).containsAll(names(question)) ? 1 : 0;
  }

  /**
   * A name of the statement that no column of these tables has is an alias, and is not looked for.
   */
  private static boolean hasColumns(
      AskedQuestion question, SchemaPart part, List<TableDescription> own) {
    Set<String> left =
        own.stream()
            .flatMap(table -> part.columnsLeftOut(table).stream())
            .map(Recall::lower)
            .collect(Collectors.toSet());
    return question.columns().stream().noneMatch(left::contains);
  }

  /** Percentages of questions, and of tables. */
  ObjectNode figures() {
    return Json.MAPPER
        .createObjectNode()
        .put("questions", questions)
        .put("all_tables_percent", percent(whole))
        .put("all_tables_by_name_percent", percent(wholeByName))
        .put("all_tables_and_columns_percent", percent(withColumns))
        .put("mean_share_of_tables_percent", percent(shares))
        .put("mean_tables_shown", Math.round((double) shown / Math.max(1, questions)));
  }

  private double percent(double count) {
    return Math.round(10 * PERCENT * count / Math.max(1, questions)) / 10.0;
  }

  private static Set<String> names(SchemaPart part) {
    return part.tables().stream().map(table -> lower(table.name())).collect(Collectors.toSet());
  }

  private static Set<String> names(AskedQuestion question) {
    return question.tables().stream().map(table -> lower(table.name())).collect(Collectors.toSet());
  }

  private static TableName name(TableDescription table) {
    return new TableName(table.schema(), table.name());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
