package io.custard.bench.fuzz;

import io.custard.guard.Dialect;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Characters and words of all dialects, and what must never be among the accepted functions. */
final class Words {
  private static final String CHARACTERS =
      "abEeUuXxNnQqRr019 _$'\"\\;:,.()[]{}-+*/<>=~!@#%^&|`?\n\r\t\f\u000b\u0000\u0001\u0085\u00a0"
          + "\u200b\u2028\ufeff\ud800\udc00\uff07\u02bcßéΩж名";
  private static final List<String> ALL =
      List.of(
          ("select from where group by order having limit offset fetch top with recursive as ( ) [ ]"
                  + " { } , ; . :: : * + - / // || -> ->> #> = == <> < > <=> ~ ! @ @@ & | ^ in any all"
                  + " some not null is true false case when then else end union intersect except minus"
                  + " values table explain analyze describe show insert update delete merge replace"
                  + " drop create alter truncate grant into outfile dumpfile for share set call exec"
                  + " execute do begin commit rollback go shutdown use pragma attach copy load"
                  + " pg_authid mysql.user information_schema sys.objects system.users sqlite_master"
                  + " count sum lower upper coalesce x y t a.b t.* 'a' 'it''s' 'a\\' 'a\\'' E'\\n' N'a'"
                  + " x'1f' b'01' U&'\\0061' \"q\" \"q\"\"q\" `q` [q] $$b$$ $t$b$t$ $1 ? :p @v @@v #t"
                  + " 1 0 2.5 .5 1e9 0x1f 1_000 -- --x # // /* */ /*! */ /*M! /*+ \\ over partition"
                  + " rows between preceding filter within distinct on using join left cross lateral"
                  + " natural cast convert interval date timestamp at time zone like ilike similar glob"
                  + " escape collate array row map struct exists extract substring position unnest"
                  + " tablesample pivot unpivot qualify window grouping sets rollup cube final prewhere"
                  + " settings format option nolock apply openrowset match_recognize prior lambda if")
              .split(" ", -1));
  private static final Set<String> NEVER =
      Set.of(
          "pg_sleep",
          "pg_read_file",
          "dblink",
          "lo_import",
          "set_config",
          "query_to_xml",
          "nextval",
          "sleep",
          "benchmark",
          "load_file",
          "get_lock",
          "load_extension",
          "readfile",
          "writefile",
          "read_csv",
          "read_text",
          "read_parquet",
          "glob_files",
          "getenv",
          "remote",
          "url",
          "s3",
          "openrowset",
          "openquery",
          "xp_cmdshell",
          "query");

  private Words() {}

  static boolean mayBeCalled(String function) {
    return !NEVER.contains(function);
  }

  static String characters(Dice dice) {
    return (dice.oneIn(2) ? "SELECT " : "")
        + IntStream.range(0, dice.size(60, 2_000))
            .mapToObj(i -> String.valueOf(character(dice)))
            .collect(Collectors.joining());
  }

  static char character(Dice dice) {
    return CHARACTERS.charAt(dice.below(CHARACTERS.length()));
  }

  static String words(Dice dice) {
    String gap = dice.oneIn(8) ? "" : dice.oneIn(8) ? "\n" : " ";
    return (dice.oneIn(4) ? "" : "select ")
        + IntStream.range(0, dice.size(40, 1_500))
            .mapToObj(i -> word(dice))
            .collect(Collectors.joining(gap));
  }

  static String word(Dice dice) {
    return dice.oneIn(30) ? dice.pick(List.copyOf(NEVER)) + "(1)" : dice.pick(ALL);
  }

  /** A name as the dialect writes names that need quotes. */
  static String quoted(String name, Dialect dialect) {
    return switch (dialect) {
      case MYSQL, CLICKHOUSE -> "`" + name + "`";
      case SQLSERVER -> "[" + name + "]";
      case POSTGRESQL, SQLITE, DUCKDB, TRINO -> "\"" + name + "\"";
    };
  }
}
