package io.custard.cli.guard;

import io.custard.cli.output.SafeText;
import io.custard.cli.output.TextWidth;
import io.custard.guard.Verdict;
import java.io.PrintStream;
import java.util.List;

/** A verdict for people: what was found, where, and what to do; or what was understood. */
final class VerdictText {
  private static final int BEFORE = 60;
  private static final int AFTER = 40;
  private static final String INDENT = "  ";

  private VerdictText() {}

  static void print(String sql, Verdict verdict, PrintStream out) {
    switch (verdict) {
      case Verdict.Accepted accepted -> printAccepted(accepted, out);
      case Verdict.Refused refused -> printRefused(sql, refused, out);
    }
  }

  private static void printAccepted(Verdict.Accepted accepted, PrintStream out) {
    out.println("accepted");
    out.println(INDENT + SafeText.line(accepted.sql()));
    printNames("tables", accepted.tables(), out);
    printNames("columns", accepted.columns(), out);
    printNames("functions", accepted.functions(), out);
  }

  private static void printNames(String title, List<String> names, PrintStream out) {
    String text = names.isEmpty() ? "none" : SafeText.line(String.join(", ", names));
    out.println(String.format("%-10s %s", title, text));
  }

  private static void printRefused(String sql, Verdict.Refused refused, PrintStream out) {
    int position = Math.clamp(refused.position(), 0, sql.length());
    int lineStart = sql.lastIndexOf('\n', position - 1) + 1;
    long line = 1 + sql.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    out.println(
        "refused: "
            + refused.code()
            + " at line "
            + line
            + ", column "
            + (position - lineStart + 1));
    printCaret(sql, lineStart, position, out);
    out.println(SafeText.line(refused.message()));
  }

  private static void printCaret(String sql, int lineStart, int position, PrintStream out) {
    int nextLine = sql.indexOf('\n', position);
    int lineEnd = nextLine < 0 ? sql.length() : nextLine;
    int from = Math.max(lineStart, position - BEFORE);
    int to = Math.min(lineEnd, position + AFTER);
    String before = (from > lineStart ? "…" : "") + SafeText.line(sql.substring(from, position));
    String after = SafeText.line(sql.substring(position, to)) + (to < lineEnd ? "…" : "");
    out.println(INDENT + before + after);
    out.println(INDENT + " ".repeat(TextWidth.of(before)) + "^");
  }
}
