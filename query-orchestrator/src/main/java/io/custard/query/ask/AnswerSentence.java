package io.custard.query.ask;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.query.result.StatementResult;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence whose figures are references to cells: <code>{row_count}</code> and <code>
 * {rows[0][1]}</code>. Numbers get thousands separators and at most two decimals; the rows beside
 * the sentence keep every digit.
 */
record AnswerSentence(String template) {
  private static final Pattern REFERENCE =
      Pattern.compile("\\{(?:row_count|rows\\[(\\d{1,4})]\\[(\\d{1,3})])}");
  private static final String NOTHING = "No rows match.";

  /** The sentence for SQL that nobody phrased a question for. */
  static AnswerSentence plain() {
    return new AnswerSentence("{row_count} rows.");
  }

  /** The sentence of a question's template; the plain one without. */
  static AnswerSentence of(@Nullable String template) {
    return template == null ? plain() : new AnswerSentence(template);
  }

  /** Puts the cells in; a reference to a cell that is not there makes the sentence say so. */
  String resolve(StatementResult result) {
    if (result.rows().count() == 0) {
      return NOTHING;
    }
    if (result.rows().count() == 1 && template.equals(plain().template)) {
      return "1 row.";
    }
    Matcher matcher = REFERENCE.matcher(template);
    StringBuilder sentence = new StringBuilder();
    while (matcher.find()) {
      String value =
          matcher.group(1) == null
              ? number(new java.math.BigDecimal(result.rows().count()))
              : cell(result, matcher);
      matcher.appendReplacement(sentence, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(sentence).toString();
  }

  private static String cell(StatementResult result, Matcher reference) {
    JsonNode cell =
        result
            .rows()
            .cell(Integer.parseInt(reference.group(1)), Integer.parseInt(reference.group(2)));
    if (cell.isMissingNode() || cell.isNull()) {
      return "no value";
    }
    return cell.isNumber() ? number(cell.decimalValue()) : cell.asText();
  }

  private static String number(java.math.BigDecimal value) {
    DecimalFormat format =
        new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
