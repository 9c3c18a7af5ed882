package io.custard.connection.manage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.OpenTo;
import io.custard.connection.registry.Connections;
import io.custard.protocol.Exposure;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection somebody wants.
 *
 * @param name taken without surrounding blanks
 * @param dialect absent: {@code postgresql}
 * @param requireCleanRole absent: false
 * @param allowedFunctions functions of the database's owner that only read; absent: none
 * @param openTo absent: {@code members}
 * @param exposure what a model may see; absent: {@code schema_only}
 */
@JsonNaming(SnakeCaseStrategy.class)
record NewConnection(
    @NotEmpty(message = "give the connection a name")
        @Size(max = 100, message = "a name has at most 100 characters")
        @Pattern(regexp = NewConnection.SHOWABLE, message = "a name has no control characters")
        String name,
    @Pattern(
            regexp = "postgresql|mysql|sqlite|duckdb",
            message = "the dialect is one of postgresql, mysql (also for MariaDB), sqlite, duckdb")
        String dialect,
    Boolean requireCleanRole,
    @Size(max = NewConnection.MOST_FUNCTIONS, message = "name at most 200 functions")
        List<
                @NotNull
                @Pattern(regexp = NewConnection.FUNCTION, message = NewConnection.FUNCTION_FORM)
                String>
            allowedFunctions,
    @Pattern(regexp = NewConnection.OPEN_TO, message = NewConnection.OPEN_TO_FORM) String openTo,
    @Pattern(regexp = NewConnection.EXPOSURE, message = NewConnection.EXPOSURE_FORM)
        String exposure) {
  /** Of a name: no control characters, no halves of characters, one line. */
  static final String SHOWABLE = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

  static final int MOST_FUNCTIONS = 200;

  /** A function's name, with or without its schema. */
  static final String FUNCTION =
      "[\\p{L}_][\\p{L}\\p{N}_$]{0,62}(\\.[\\p{L}_][\\p{L}\\p{N}_$]{0,62})?";

  static final String OPEN_TO = "members|granted";

  static final String OPEN_TO_FORM = "a connection is open to members or to granted";

  static final String EXPOSURE = "schema_only|masked|full";

  static final String EXPOSURE_FORM = "the exposure is one of schema_only, masked, full";

  static final String FUNCTION_FORM = "write functions as name or schema.name";

  NewConnection(
      @Nullable String name,
      @Nullable String dialect,
      @Nullable Boolean requireCleanRole,
      @Nullable List<String> allowedFunctions,
      @Nullable String openTo,
      @Nullable String exposure) {
    this.name = name == null ? "" : name.strip();
    this.dialect = dialect == null ? "postgresql" : dialect;
    this.requireCleanRole = requireCleanRole != null && requireCleanRole;
    this.allowedFunctions = allowedFunctions == null ? List.of() : allowedFunctions;
    this.openTo = openTo == null ? OpenTo.MEMBERS.wireName() : openTo;
    this.exposure = exposure == null ? Exposure.SCHEMA_ONLY.wire() : exposure;
  }

  Connections.Draft draft() {
    return new Connections.Draft(
        name,
        dialect,
        requireCleanRole,
        allowedFunctions,
        OpenTo.of(openTo).orElseThrow(),
        Exposure.named(exposure).orElseThrow());
  }
}
