package io.custard.testkit.oidc;

import java.util.Map;

/**
 * What the provider remembers of a code.
 *
 * @param asked the parameters the browser came with
 * @param person claims of who logged in
 */
record Grant(String realm, Map<String, String> asked, Map<String, Object> person, Fault fault) {
  Grant {
    asked = Map.copyOf(asked);
    person = Map.copyOf(person);
  }
}
