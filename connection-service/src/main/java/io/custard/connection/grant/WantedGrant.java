package io.custard.connection.grant;

import io.custard.access.ConnectionLevel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The level somebody is to have. */
record WantedGrant(
    @NotNull(message = "name a level")
        @Pattern(
            regexp = "none|ask|sql|manage",
            message = "the level is one of none, ask, sql, manage")
        String level) {

  ConnectionLevel wanted() {
    return ConnectionLevel.of(level).orElseThrow();
  }
}
