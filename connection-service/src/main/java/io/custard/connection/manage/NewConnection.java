package io.custard.connection.manage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A connection somebody wants.
 *
 * @param name taken without surrounding blanks
 * @param dialect absent: {@code postgresql}
 * @param requireCleanRole absent: false
 */
@JsonNaming(SnakeCaseStrategy.class)
record NewConnection(
    @NotEmpty(message = "give the connection a name")
        @Size(max = 100, message = "a name has at most 100 characters")
        @Pattern(regexp = NewConnection.SHOWABLE, message = "a name has no control characters")
        String name,
    @Pattern(
            regexp = "postgresql",
            message = "only postgresql can be connected for now; leave the dialect out or say so")
        String dialect,
    Boolean requireCleanRole) {
  /** Of a name: no control characters, no halves of characters, one line. */
  static final String SHOWABLE = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

  NewConnection(
      @Nullable String name, @Nullable String dialect, @Nullable Boolean requireCleanRole) {
    this.name = name == null ? "" : name.strip();
    this.dialect = dialect == null ? "postgresql" : dialect;
    this.requireCleanRole = requireCleanRole != null && requireCleanRole;
  }
}
