package io.custard.query.model.rule;

import java.util.List;

/**
 * The only models that may see a connection, beside the built-in translator.
 *
 * @param allowed their names; the first is asked where the usual one is not among them
 */
public record ModelRule(List<String> allowed) {
  public ModelRule {
    allowed = List.copyOf(allowed);
  }

  public boolean allows(String model) {
    return allowed.stream().anyMatch(model::equalsIgnoreCase);
  }
}
