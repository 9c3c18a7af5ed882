package io.custard.query;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;

/** An installation that keeps keys and lets organisations name models on this host. */
public class OwnModelSettings implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "custard.query.secrets.keys.first",
        Base64.getEncoder().encodeToString(new byte[32]),
        "custard.query.secrets.current",
        "first",
        "custard.query.models.allowed-hosts",
        "127.0.0.1",
        "custard.query.models.probe-every",
        "1s");
  }

  @Override
  public void stop() {}
}
