package io.custard.auth.oidc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.auth.provider.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider as a log-in page shows it.
 *
 * @param startPath where a click on its button leads
 */
@JsonNaming(SnakeCaseStrategy.class)
record ProviderView(String id, String name, String startPath) {

  static ProviderView of(Provider provider) {
    return new ProviderView(
        provider.id(), provider.displayName(), "/api/v1/auth/oidc/" + provider.id() + "/start");
  }

  /** All there are: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<ProviderView> items, @Nullable String nextCursor) {}
}
