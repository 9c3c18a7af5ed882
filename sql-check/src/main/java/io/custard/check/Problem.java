package io.custard.check;

import java.util.List;

/** Why the server would refuse a statement. */
public sealed interface Problem {
  /** The name as the statement spells it. */
  String written();

  /** Where it begins in the text, 0-based; -1 if unknown. */
  int position();

  /** What may have been meant, as a statement must spell it, best first; at most three. */
  List<String> suggestions();

  /** What is wrong and what is there, for a model or a person; of bounded length. */
  String sentence();

  /** A relation and its columns. */
  record Listed(String relation, List<String> columns) {
    public Listed {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Neither the schema nor the statement has a relation of this name.
   *
   * @param present the relations that are there
   * @param qualifier whether it stands before a column, where only what FROM names is known
   */
  record UnknownTable(
      String written,
      int position,
      List<String> suggestions,
      List<String> present,
      boolean qualifier)
      implements Problem {
    public UnknownTable {
      suggestions = List.copyOf(suggestions);
      present = List.copyOf(present);
    }

    @Override
    public String sentence() {
      String present = Sentences.list(qualifier ? "FROM has" : "There are", this.present);
      return Sentences.missing(
          "table", Sentences.name(written) + (qualifier ? " in FROM" : ""), present, suggestions);
    }
  }

  /**
   * No relation it could belong to has this column.
   *
   * @param present the relations it could belong to
   */
  record UnknownColumn(String written, int position, List<String> suggestions, List<Listed> present)
      implements Problem {
    public UnknownColumn {
      suggestions = List.copyOf(suggestions);
      present = List.copyOf(present);
    }

    @Override
    public String sentence() {
      return Sentences.missing(
          "column", Sentences.name(written), Sentences.columns(present), suggestions);
    }
  }

  /**
   * Several relations have this column. The suggestions say which; there are none if the relations
   * have the same name.
   */
  record AmbiguousColumn(String written, int position, List<String> suggestions)
      implements Problem {
    public AmbiguousColumn {
      suggestions = List.copyOf(suggestions);
    }

    @Override
    public String sentence() {
      String beginning = "The column " + Sentences.name(written) + " could be ";
      return suggestions.isEmpty()
          ? beginning + "of several tables of the same name; give each an alias."
          : beginning + "any of " + Sentences.names(suggestions) + "; say which.";
    }
  }

  /**
   * The server does not compare or calculate with values of this type.
   *
   * @param reason the rest of a sentence that begins with the name
   */
  record TypeMismatch(String written, int position, List<String> suggestions, String reason)
      implements Problem {
    public TypeMismatch {
      suggestions = List.copyOf(suggestions);
    }

    @Override
    public String sentence() {
      return Sentences.name(written) + " " + reason + ".";
    }
  }
}
