package io.custard.query.suggest;

import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.translate.text.Identifiers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the columns of a table seem to be for, by their names and types. */
record TableParts(TableDescription table, Set<String> keys) {
  private static final Set<String> SORTS =
      Set.of(
          "status",
          "state",
          "type",
          "category",
          "country",
          "region",
          "city",
          "gender",
          "kind",
          "level",
          "class",
          "color",
          "colour",
          "brand",
          "segment",
          "channel",
          "language",
          "priority",
          "genre",
          "method",
          "currency",
          "department",
          "role",
          "rating",
          "size",
          "group",
          "stage",
          "source",
          "continent",
          "industry",
          "division",
          "plan",
          "tier");

  /** A text with one of these words says which one it is, or is nobody's business. */
  private static final Set<String> NO_SORTS =
      Set.of(
          "name",
          "title",
          "email",
          "description",
          "comment",
          "note",
          "address",
          "url",
          "phone",
          "id",
          "code",
          "password",
          "hash",
          "token",
          "secret",
          "key",
          "path",
          "text",
          "body",
          "content",
          "ssn",
          "iban",
          "card",
          "birth",
          "first",
          "last",
          "street",
          "zip",
          "postal",
          "file",
          "image",
          "photo",
          "picture",
          "number",
          "message",
          "subject",
          "label",
          "user",
          "login",
          "fax");

  private static final Set<String> FIGURES =
      Set.of(
          "amount",
          "price",
          "total",
          "quantity",
          "cost",
          "revenue",
          "salary",
          "score",
          "weight",
          "duration",
          "length",
          "rate",
          "budget",
          "value",
          "balance",
          "population",
          "age",
          "points",
          "point",
          "sale",
          "distance",
          "capacity",
          "height",
          "fee",
          "discount");

  private static final Set<ColumnType> NUMBERS =
      Set.of(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.FLOAT);

  TableParts {
    keys = Set.copyOf(keys);
  }

  static TableParts of(TableDescription table) {
    Set<String> keys = new HashSet<>(table.primaryKey());
    table.foreignKeys().forEach(key -> keys.addAll(key.columns()));
    return new TableParts(table, keys);
  }

  /** Whether there is more in it than what refers to others. */
  boolean isThing() {
    return table.kind().equals(TableDescription.TABLE)
        && table.rowEstimate() != 0
        && table.columns().stream().anyMatch(column -> !keys.contains(column.name()));
  }

  /** A text that sorts the rows; one with a usual name before others. */
  Optional<String> sort() {
    List<Column> texts =
        table.columns().stream()
            .filter(column -> column.type() == ColumnType.TEXT && !keys.contains(column.name()))
            .toList();
    return texts.stream()
        .filter(column -> SORTS.contains(PlainName.lastWord(column.name())))
        .findFirst()
        .or(() -> texts.stream().filter(TableParts::maySort).findFirst())
        .map(Column::name);
  }

  /** A number that may be averaged. */
  Optional<String> figure() {
    return table.columns().stream()
        .filter(column -> NUMBERS.contains(column.type()) && !keys.contains(column.name()))
        .filter(column -> FIGURES.contains(PlainName.lastWord(column.name())))
        .map(Column::name)
        .findFirst();
  }

  /** Whether its rows have a name that people know them by. */
  boolean isNamed() {
    return table.columns().stream()
        .filter(column -> column.type() == ColumnType.TEXT)
        .map(column -> PlainName.lastWord(column.name()))
        .anyMatch(word -> word.equals("name") || word.equals("title"));
  }

  private static boolean maySort(Column column) {
    return Identifiers.words(column.name()).stream().noneMatch(NO_SORTS::contains);
  }
}
