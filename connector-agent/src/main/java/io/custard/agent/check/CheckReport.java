package io.custard.agent.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.agent.check.Finding.Mark;
import io.custard.agent.link.ExitCode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints findings as they come, or all of them as one JSON object at the end. */
public final class CheckReport {
  private record Line(String name, long millis, Finding finding) {}

  private final PrintStream out;
  private final boolean asJson;
  private final List<Line> lines = new ArrayList<>();

  CheckReport(PrintStream out, boolean asJson) {
    this.out = out;
    this.asJson = asJson;
  }

  /** The whole report where the settings cannot even be read. */
  public static ExitCode unreadable(PrintStream out, boolean asJson, String sentence) {
    CheckReport report = new CheckReport(out, asJson);
    report.add("settings", 0, Finding.failed(ExitCode.SETTINGS_WRONG, sentence, SETTINGS_ADVICE));
    return report.end();
  }

  static final String SETTINGS_ADVICE = "custard-agent check --help lists all settings.";

  void add(String name, long millis, Finding finding) {
    lines.add(new Line(name, millis, finding));
    if (!asJson) {
      print(name, millis, finding);
    }
  }

  private void print(String name, long millis, Finding finding) {
    out.printf(
        Locale.ROOT, "%s %-9s %6d ms  %s%n", finding.mark().sign(), name, millis, finding.detail());
    finding.advice().forEach(advice -> out.printf("%24s→ %s%n", "", advice));
    finding.sql().ifPresent(sql -> out.println(sql.indent(26).stripTrailing()));
  }

  boolean failed(String name) {
    return lines.stream()
        .anyMatch(line ->
            line.name().equals(name)
                && line.finding().mark() != Mark.OK
                && line.finding().mark() != Mark.WARNING);
  }

  /** Prints what is left to print; the code is that of the first failure, else of a warning. */
  ExitCode end() {
    ExitCode code = code();
    if (asJson) {
      out.println(json(code));
    } else {
      out.println(summary());
    }
    return code;
  }

  private ExitCode code() {
    return first(Mark.FAILED, first(Mark.WARNING, ExitCode.STOPPED));
  }

  private ExitCode first(Mark mark, ExitCode otherwise) {
    return lines.stream()
        .filter(line -> line.finding().mark() == mark)
        .map(line -> line.finding().code())
        .findFirst()
        .orElse(otherwise);
  }

  private String summary() {
    long failed = count(Mark.FAILED);
    long warnings = count(Mark.WARNING);
    if (failed > 0) {
      return "Not ready: %d failed, %d warned.".formatted(failed, warnings);
    }
    return warnings > 0 ? "It would work, with %d to look at.".formatted(warnings) : "All right.";
  }

  private long count(Mark mark) {
    return lines.stream().filter(line -> line.finding().mark() == mark).count();
  }

  private ObjectNode json(ExitCode code) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("exit_code", code.number());
    ArrayNode steps = report.putArray("steps");
    for (Line line : lines) {
      Finding finding = line.finding();
      ObjectNode step = steps.addObject();
      step.put("name", line.name()).put("status", finding.mark().word());
      step.put("millis", line.millis()).put("detail", finding.detail());
      finding.advice().forEach(step.putArray("advice")::add);
      finding.sql().ifPresent(sql -> step.put("sql", sql));
    }
    return report;
  }
}
