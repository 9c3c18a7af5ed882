package io.custard.auth.session;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A refresh token in a body; a browser has it in a cookie instead. */
@JsonNaming(SnakeCaseStrategy.class)
record ShownToken(@Nullable @Size(max = 200) String refreshToken) {

  static @Nullable String in(@Nullable ShownToken shown) {
    return shown == null ? null : shown.refreshToken();
  }

  @Override
  public String toString() {
    return "ShownToken[…]";
  }
}
