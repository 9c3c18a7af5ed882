package io.custard.guard;

import java.util.List;

/** What the guard says about one text: accepted as a read, or refused with a reason. */
public sealed interface Verdict {

  /**
   * The text is one read-only statement.
   *
   * @param sql the canonical text: laid out anew, no comments, no trailing semicolon, plain
   *     literals. It is what was judged, so it is what has to be sent; judging it again gives the
   *     same verdict
   * @param tables relations read, each once, in order of appearance and as the server resolves the
   *     name (folded, {@code schema.table}, a part in double quotes where it needs them); names
   *     bound by WITH are not among them
   * @param columns columns read, each once, in order of appearance: {@code table.column} where the
   *     table is certain, its bare name where it is not, {@code table.*} for all. More may be
   *     reported than is read, such as an alias that ORDER BY names; never less
   * @param functions functions called, each once, in order of appearance, folded
   * @param relations every place of the text that names one of the tables, in order of appearance
   */
  record Accepted(
      String sql,
      List<String> tables,
      List<String> columns,
      List<String> functions,
      List<Relation> relations)
      implements Verdict {
    /** Without places. */
    public Accepted(String sql, List<String> tables, List<String> columns, List<String> functions) {
      this(sql, tables, columns, functions, List.of());
    }

    public Accepted {
      tables = List.copyOf(tables);
      columns = List.copyOf(columns);
      functions = List.copyOf(functions);
      relations = List.copyOf(relations);
    }
  }

  /**
   * The text must not be sent.
   *
   * @param message a sentence for people that says what was found and what to do; it may name a
   *     keyword, a function or a relation, never a literal and never the whole text
   * @param position 0-based index of the finding in the text that was judged
   */
  record Refused(RefusalCode code, String message, int position) implements Verdict {}
}
