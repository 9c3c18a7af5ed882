package io.custard.query.example;

import io.custard.guard.Dialect;
import io.custard.guard.StatementReader;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement as a model may see it when cells may not be shown: a literal may be one, unless the
 * question names it, or it is a small number, a part of a date or its form.
 */
final class ShownSql {
  private static final String HIDDEN = "?";
  private static final Pattern SMALL = Pattern.compile("[0-9]{1,2}|100|[01][.]0*");
  private static final Pattern OF_TIME =
      Pattern.compile(
          "([0-9]{1,3} )?(second|minute|hour|day|week|month|quarter|year)s?"
              + "|(yyyy|%y)([-/ ]?(mm|dd|q|iw|%m|%d|%w))*",
          Pattern.CASE_INSENSITIVE);

  private final Dialect dialect;
  private final String question;
  private final Set<String> names;

  /**
   * For the statements of one question.
   *
   * @param columns that the statement is known to name, {@code table.column}
   */
  ShownSql(Dialect dialect, String question, List<String> columns) {
    this.dialect = dialect;
    this.question = question.toLowerCase(Locale.ROOT);
    this.names =
        columns.stream()
            .flatMap(column -> List.of(column.split("[.]", -1)).stream())
            .map(name -> name.replace("\"", "").toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }

  /** Empty when it cannot be read: then it must not be shown at all. */
  Optional<String> of(String canonical) {
    return new StatementReader(dialect)
        .read(canonical)
        .flatMap(tree -> shown(canonical, tree.tokens()));
  }

  private Optional<String> shown(String sql, Statement tokens) {
    StringBuilder shown = new StringBuilder();
    int done = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.at(i);
      int begin = token.position();
      if (!sql.startsWith(token.text(), begin)) {
        return Optional.empty();
      }
      if (isHidden(token)) {
        shown.append(sql, done, begin);
        shown.append(token.kind() == TokenKind.NUMBER ? HIDDEN : "'" + HIDDEN + "'");
        done = begin + token.text().length();
      }
    }
    return Optional.of(shown.append(sql.substring(done)).toString());
  }

  private boolean isHidden(Token token) {
    return switch (token.kind()) {
      case STRING ->
          isUnknown(inner(token.text())) && !OF_TIME.matcher(inner(token.text())).matches();
      case NUMBER -> !SMALL.matcher(token.text()).matches() && isUnknown(token.text());
      // SQLite takes a name in quotes that is no column for a text.
      case QUOTED_NAME ->
          dialect == Dialect.SQLITE
              && !names.contains(token.name().toLowerCase(Locale.ROOT))
              && isUnknown(token.name());
      case WORD, OPERATOR, PUNCTUATION -> false;
    };
  }

  /** What stands between the outer quotes, without the marks of patterns around it. */
  private static String inner(String literal) {
    int first = literal.indexOf('\'');
    int last = literal.lastIndexOf('\'');
    String text = first >= 0 && last > first ? literal.substring(first + 1, last) : literal;
    return text.replace("''", "'").replaceAll("^[%_]+|[%_]+$", "");
  }

  /** Whether the question does not name it, as a word or words of its own. */
  private boolean isUnknown(String value) {
    String wanted = value.toLowerCase(Locale.ROOT);
    if (wanted.isBlank()) {
      return false;
    }
    for (int at = question.indexOf(wanted); at >= 0; at = question.indexOf(wanted, at + 1)) {
      if (isEdge(at - 1) && isEdge(at + wanted.length())) {
        return false;
      }
    }
    return true;
  }

  private boolean isEdge(int at) {
    return at < 0 || at >= question.length() || !Character.isLetterOrDigit(question.charAt(at));
  }
}
