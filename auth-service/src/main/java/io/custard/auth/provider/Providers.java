package io.custard.auth.provider;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The providers of this installation, by name. A wrong setting stops the start. */
@Startup
@ApplicationScoped
public class Providers {
  private final List<Provider> all;

  Providers(ProviderConfig config) {
    this.all =
        config.provider().entrySet().stream()
            .map(entry -> Provider.of(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Provider::id))
            .toList();
  }

  public List<Provider> all() {
    return all;
  }

  /** Fails with {@code AUTH_OIDC_UNKNOWN}. */
  public Provider require(String id) {
    return byId(id)
        .orElseThrow(() ->
            new CustardException(
                ErrorCode.AUTH_OIDC_UNKNOWN, "List the providers to find the right name."));
  }

  public Optional<Provider> byId(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
