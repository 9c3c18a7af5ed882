package io.custard.query.model.store;

import io.custard.protocol.OrganisationId;
import io.custard.query.model.Model;
import io.custard.query.secret.Sealed;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model of an organisation.
 *
 * @param key null: there is none
 * @param version one more with each change
 */
public record StoredModel(
    OrganisationId organisation,
    String name,
    Settings settings,
    @Nullable Sealed key,
    long version) {
  public StoredModel {
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(name);
    Objects.requireNonNull(settings);
  }

  /** What its key is sealed for: it opens in no other row. */
  public String purpose() {
    return purpose(organisation, name);
  }

  public static String purpose(OrganisationId organisation, String name) {
    return "query.model\n" + organisation + "\n" + name.toLowerCase(Locale.ROOT);
  }

  /** As it is asked. */
  Model model(@Nullable String apiKey) {
    return new Model(
        name,
        settings.baseUrl(),
        settings.id(),
        apiKey,
        settings.aliases(),
        settings.contextTokens(),
        settings.answerTokens(),
        settings.timeout(),
        settings.json(),
        organisation);
  }
}
