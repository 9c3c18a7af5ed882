package io.custard.agent.policy;

import io.custard.protocol.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A policy in one line for people: how much it holds, no names, no values, no salt. */
final class PolicyText {
  static final String NO_FILE = "no policy file";

  private final List<String> parts = new ArrayList<>();

  private PolicyText() {}

  static String of(AgentPolicy policy) {
    if (policy.hash().equals(AgentPolicy.NO_HASH)) {
      return NO_FILE;
    }
    PolicyText text = new PolicyText();
    text.names(policy);
    text.limits(policy.limits());
    policy.quietHours().forEach(h -> text.parts.add("quiet hours " + h.from() + "–" + h.to()));
    text.exposure(policy.exposure());
    return String.join(", ", text.parts);
  }

  private void names(AgentPolicy policy) {
    if (policy.tables().isEmpty()) {
      parts.add("allows all tables");
    }
    count("allows", policy.tables().size(), "table");
    count("denies", policy.deniedTables().size(), "table");
    count("denies", policy.deniedColumns().size(), "column");
    count("masks", policy.masks().rules().size(), "column");
    count("allows", policy.functions().allowedFunctions().size(), "more function");
    count("denies", policy.functions().deniedFunctions().size(), "function");
  }

  private void limits(AgentPolicy.Limits limits) {
    limits.maxRows().ifPresent(rows -> count("caps", rows, "row"));
    limits.maxBytes().ifPresent(bytes -> count("caps", bytes, "byte"));
    if (!limits.timeout().isZero()) {
      count("ends statements after", limits.timeout().toSeconds(), "second");
    }
  }

  private void exposure(Exposure most) {
    switch (most) {
      case SCHEMA_ONLY -> parts.add("shows models no values");
      case MASKED -> parts.add("shows models masked values only");
      case FULL -> {
        // tightens nothing
      }
    }
  }

  private void count(String verb, long number, String noun) {
    if (number > 0) {
      parts.add(
          String.format(Locale.ROOT, "%s %d %s%s", verb, number, noun, number == 1 ? "" : "s"));
    }
  }
}
