package io.custard.translate;

import io.custard.translate.render.Names;
import io.custard.translate.text.Identifiers;
import io.custard.translate.text.Stemmer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers questions about the schema itself: which tables there are, what columns one has. */
final class SchemaQuestions {
  private static final Pattern TABLES =
      Pattern.compile(
          "(?:(?:please )?(?:list|show|give|display|name)(?: me)?(?: all| the| all the| all of the)?"
              + "(?: available)? tables(?: in (?:the|this|my) (?:database|schema))?"
              + "|(?:what|which) tables (?:are there|exist|do (?:we|you|i) have|are available)"
              + "(?: in (?:the|this|my) (?:database|schema))?"
              + "|what are the tables(?: in (?:the|this|my) (?:database|schema))?"
              + "|how many tables (?:are there|exist|do we have)(?: in (?:the|this|my) (?:database|schema))?)");
  private static final Pattern COLUMNS =
      Pattern.compile(
          "(?:(?:please )?(?:describe|desc)(?: the)?(?: table)? (?<described>.+?)(?: table)?"
              + "|(?:(?:list|show|give|display)(?: me)? |what are )?(?:all )?(?:the )?"
              + "(?:columns|fields) (?:of|in|for)(?: the)?(?: table)? (?<listed>.+?)(?: table)?"
              + "|(?:what|which) (?:columns|fields) (?:does|do)(?: the)?(?: table)? (?<held>.+?)"
              + "(?: table)? have)");

  private final Schema schema;
  private final SqlDialect dialect;

  SchemaQuestions(Schema schema, SqlDialect dialect) {
    this.schema = schema;
    this.dialect = dialect;
  }

  Optional<Translation> answer(String question) {
    String plain =
        question
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[?.!\\s]+$", "")
            .replaceAll("\\s+", " ");
    if (plain.length() > 200) {
      return Optional.empty();
    }
    if (TABLES.matcher(plain).matches()) {
      return Optional.of(tables(plain.startsWith("how many")));
    }
    Matcher columns = COLUMNS.matcher(plain);
    if (columns.matches()) {
      String name =
          Optional.ofNullable(columns.group("described"))
              .or(() -> Optional.ofNullable(columns.group("listed")))
              .or(() -> Optional.ofNullable(columns.group("held")))
              .orElse("");
      return table(name).map(this::columns);
    }
    return Optional.empty();
  }

  private Translation tables(boolean count) {
    String what = count ? "COUNT(*) AS count" : null;
    String sql =
        switch (dialect) {
          case POSTGRESQL ->
              "SELECT "
                  + (what == null ? "table_schema, table_name, table_type" : what)
                  + " FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog',"
                  + " 'information_schema')"
                  + (what == null ? " ORDER BY table_schema, table_name" : "");
          case SQLITE ->
              "SELECT "
                  + (what == null ? "name, type" : what)
                  + " FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE"
                  + " 'sqlite!_%' ESCAPE '!'"
                  + (what == null ? " ORDER BY name" : "");
        };
    return new Translation.Sql(
        sql,
        "Lists the tables and views of the database.",
        count ? "There are {rows[0][0]} tables and views." : "{row_count} tables and views.",
        List.of());
  }

  private Optional<Table> table(String words) {
    List<Table> found = new ArrayList<>();
    for (Table table : schema.tables()) {
      if (table.name().equalsIgnoreCase(words) || stems(table.name()).equals(stems(words))) {
        found.add(table);
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static List<String> stems(String name) {
    return Identifiers.words(name).stream().map(Stemmer::stem).toList();
  }

  private Translation columns(Table table) {
    String name = Names.literal(table.name());
    String sql =
        switch (dialect) {
          case POSTGRESQL ->
              "SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE"
                  + " table_schema = "
                  + Names.literal(table.schema().isEmpty() ? "public" : table.schema())
                  + " AND table_name = "
                  + name
                  + " ORDER BY ordinal_position";
          case SQLITE ->
              "SELECT name, type, \"notnull\" FROM pragma_table_info(" + name + ") ORDER BY cid";
        };
    String shown = Identifiers.humanised(table.name());
    return new Translation.Sql(
        sql,
        "Lists the columns of " + shown + ".",
        "The table " + shown + " has {row_count} columns.",
        List.of(table.name()));
  }
}
