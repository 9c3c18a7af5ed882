package io.custard.conversation.edit;

import io.custard.guard.Dialect;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names and texts so that nothing in them can end their quoting. */
record Quoting(Dialect dialect) {
  private static final Pattern FOLDED = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  // Words that one of the dialects reserves; quoting too many of them does no harm.
  private static final Set<String> RESERVED =
      Set.of(
          ("abort action add after all alter always analyse analyze and any array as asc asymmetric"
                  + " asof at attach authorization before begin between bigint binary blob both by"
                  + " call cascade case cast change char character check coalesce collate column"
                  + " columns commit concurrently condition conflict constraint continue convert"
                  + " create cross cube cume_dist current current_date current_role current_time"
                  + " current_timestamp current_user cursor database databases date dec decimal"
                  + " declare default deferrable deferred delayed delete dense_rank desc describe"
                  + " detach distinct div do double drop dual each else elseif empty end enclosed"
                  + " escape escaped except exclude exclusive exists exit explain extract fail false"
                  + " fetch filter first first_value float following for force foreign freeze from"
                  + " full fulltext function generated get glob grant greatest group grouping groups"
                  + " having high_priority if ignore ilike immediate in index indexed infile initially"
                  + " inner inout insensitive insert instead int integer intersect interval into is"
                  + " isnull iterate join json_table key keys kill lag lambda last last_value lateral"
                  + " lead leading least leave left like limit linear lines load localtime"
                  + " localtimestamp lock long loop low_priority match materialized maxvalue mod"
                  + " national natural nchar no none not nothing notnull nth_value ntile null nullif"
                  + " nulls numeric of offset on only optimize option or order others out outer"
                  + " outfile over overlaps overlay partition percent_rank pivot placing plan position"
                  + " pragma preceding precision primary procedure qualify query raise range rank read"
                  + " reads real recursive references regexp reindex release rename repeat replace"
                  + " require restrict return returning right rlike rollback row row_number rows"
                  + " savepoint schema select separator session_user set setof show similar smallint"
                  + " some spatial sql starting stored substring summarize symmetric system table"
                  + " tables tablesample temp temporary terminated then ties time timestamp tinyint to"
                  + " trailing transaction treat trigger trim true type unbounded undo union unique"
                  + " unlock unpivot unsigned update usage use user using vacuum value values varchar"
                  + " variadic verbose view virtual when where while window with within without write"
                  + " xor year_month zerofill")
              .split(" ", -1));

  /** A name, in quotes where it may need them. */
  String name(String name) {
    Pattern bare = dialect == Dialect.POSTGRESQL ? FOLDED : PLAIN;
    if (bare.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    return dialect == Dialect.MYSQL
        ? "`" + name.replace("`", "``") + "`"
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A text. */
  String text(String text) {
    String plain = text.replace("\0", "");
    // In MySQL a backslash escapes what follows.
    String escaped = dialect == Dialect.MYSQL ? plain.replace("\\", "\\\\") : plain;
    return "'" + escaped.replace("'", "''") + "'";
  }

  /** A day. */
  String day(String isoDay) {
    return dialect == Dialect.SQLITE ? text(isoDay) : "DATE " + text(isoDay);
  }
}
