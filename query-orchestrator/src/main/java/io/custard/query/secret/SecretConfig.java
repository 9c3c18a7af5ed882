package io.custard.query.secret;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** The master keys; in the environment {@code CUSTARD_QUERY_SECRETS_KEYS_<ID>}. */
@ConfigMapping(prefix = "custard.query.secrets")
interface SecretConfig {

  /** By their ids: 32 random bytes each, in base64. All of them decrypt. */
  Map<String, String> keys();

  /** The id of the one that encrypts; absent: nothing is kept. */
  Optional<String> current();
}
