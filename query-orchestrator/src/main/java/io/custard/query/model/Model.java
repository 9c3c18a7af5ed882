package io.custard.query.model;

import io.custard.protocol.OrganisationId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One model and where it is asked.
 *
 * @param name what people choose it by
 * @param id what its endpoint calls it
 * @param contextTokens that fit into one call, the answer's among them
 * @param owner the organisation that added it; null: it is the installation's, for all
 */
public record Model(
    String name,
    URI baseUrl,
    String id,
    @Nullable String apiKey,
    List<String> aliases,
    int contextTokens,
    int answerTokens,
    Duration timeout,
    JsonMode json,
    @Nullable OrganisationId owner) {
  public Model {
    aliases = List.copyOf(aliases);
  }

  static Model of(String name, ModelConfig.One config) {
    return new Model(
        name,
        config.baseUrl(),
        config.model(),
        config.apiKey().filter(key -> !key.isBlank()).orElse(null),
        config.aliases().orElse(List.of()),
        config.contextTokens(),
        config.answerTokens(),
        config.timeout(),
        config.json(),
        null);
  }

  /** Whether somebody means it by this; upper case is the same. */
  public boolean isCalled(String wanted) {
    String folded = wanted.strip().toLowerCase(Locale.ROOT);
    return name.toLowerCase(Locale.ROOT).equals(folded)
        || aliases.stream().anyMatch(alias -> alias.toLowerCase(Locale.ROOT).equals(folded));
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "Model[" + name + "]";
  }
}
