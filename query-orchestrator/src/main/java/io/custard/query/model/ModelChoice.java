package io.custard.query.model;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.model.rule.ModelRule;
import io.custard.query.model.store.OwnModels;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that decides which model is asked.
 *
 * @param rule of the connection; empty: all models may see it
 */
record ModelChoice(ConfiguredModels configured, OwnModels own, Optional<ModelRule> rule) {

  Optional<Model> of(@Nullable String wanted) {
    return wanted == null ? usual() : named(wanted);
  }

  private Optional<Model> named(String wanted) {
    if (wanted.strip().toLowerCase(Locale.ROOT).equals(Models.BUILT_IN)) {
      return Optional.empty();
    }
    Model model =
        find(wanted)
            .orElseThrow(() ->
                new CustardException(
                    ErrorCode.QUERY_MODEL_UNKNOWN, "List the models to find the right name."));
    if (!isAllowed(model)) {
      throw new CustardException(
          ErrorCode.QUERY_MODEL_NOT_ALLOWED,
          "Whoever manages the connection allows other models only. built-in is always allowed.");
    }
    return Optional.of(model);
  }

  private Optional<Model> usual() {
    Optional<Model> usual = own.usual().or(configured::usual);
    return usual.isEmpty() || isAllowed(usual.get()) ? usual : firstAllowed();
  }

  private Optional<Model> firstAllowed() {
    return rule.stream()
        .flatMap(kept -> kept.allowed().stream())
        .flatMap(name -> find(name).stream())
        .findFirst();
  }

  private boolean isAllowed(Model model) {
    return rule.isEmpty() || rule.get().allows(model.name());
  }

  /** The installation's before an organisation's, which was there before it. */
  private Optional<Model> find(String name) {
    return configured.find(name).or(() -> own.find(name));
  }
}
