package io.custard.auth.oidc;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to link an outside log-in.
 *
 * @param returnTo where in the web app to go afterwards; absent: to its first page
 */
@JsonNaming(SnakeCaseStrategy.class)
record NewLink(
    @NotEmpty(message = "the name of a provider is needed") @Size(max = 40) String provider,
    @NotNull(message = "a password is needed") @Size(max = 1024) String password,
    @Nullable @Size(max = ReturnTo.LONGEST) String returnTo) {

  ReturnTo to() {
    return ReturnTo.of(returnTo);
  }

  @Override
  public String toString() {
    return "NewLink[" + provider + "]";
  }
}
