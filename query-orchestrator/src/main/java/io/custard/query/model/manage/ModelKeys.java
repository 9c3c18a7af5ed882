package io.custard.query.model.manage;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.model.store.Settings;
import io.custard.query.model.store.StoredModel;
import io.custard.query.secret.SealSecrets;
import io.custard.query.secret.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Seals the keys of models. */
@ApplicationScoped
class ModelKeys {
  private final SealSecrets secrets;

  ModelKeys(SealSecrets secrets) {
    this.secrets = secrets;
  }

  /** Null where there is nothing to seal. */
  @Nullable Sealed seal(@Nullable String apiKey, String purpose) {
    if (apiKey == null || apiKey.isEmpty()) {
      return null;
    }
    if (!secrets.canSeal()) {
      throw new CustardException(
          ErrorCode.MODEL_KEY_NOT_KEPT,
          "Set custard.query.secrets.keys.<id> (32 random bytes in base64) and"
              + " custard.query.secrets.current to that id, or add the model without a key.");
    }
    return secrets.seal(apiKey, purpose);
  }

  /**
   * The key after a change. One that stays is sealed by the current master key; it does not go to
   * another server, where whoever changes the address could read it.
   */
  @Nullable Sealed changed(StoredModel before, Settings after, @Nullable String apiKey) {
    Sealed kept = before.key();
    if (apiKey != null || kept == null) {
      return seal(apiKey, before.purpose());
    }
    if (!isSameServer(before.settings().baseUrl(), after.baseUrl())) {
      throw new CustardException(
          ErrorCode.REQUEST_INVALID,
          "Give api_key again, or an empty one: the key stays with the server it was given for.");
    }
    return secrets.canSeal()
        ? secrets.open(kept, before.purpose()).map(key -> seal(key, before.purpose())).orElse(kept)
        : kept;
  }

  private static boolean isSameServer(URI one, URI two) {
    return one.getScheme().equalsIgnoreCase(two.getScheme())
        && Objects.equals(one.getAuthority(), two.getAuthority());
  }
}
