package io.custard.auth.apitoken;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Scope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API token somebody wants.
 *
 * @param name taken without surrounding blanks; for its owner to know it by
 * @param scopes as the permission matrix names them
 * @param expiresInDays absent: 90
 */
@JsonNaming(SnakeCaseStrategy.class)
record NewToken(
    @NotEmpty(message = "give the token a name")
        @Size(max = 100, message = "a name has at most 100 characters")
        @Pattern(regexp = SHOWABLE, message = "a name has no control characters")
        String name,
    @NotEmpty(message = "name at least one scope") @Size(max = 20)
        List<@NotNull @Pattern(regexp = SCOPE, message = "there is no such scope") String> scopes,
    @Min(1) @Max(value = 365, message = "a token lives for a year at most") Integer expiresInDays) {
  private static final String SHOWABLE = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";
  private static final String SCOPE =
      "ask|sql|connections:read|connections:manage|audit:read|organisation:read";
  private static final int DAYS = 90;

  NewToken(@Nullable String name, @Nullable List<String> scopes, @Nullable Integer expiresInDays) {
    this.name = name == null ? "" : name.strip();
    this.scopes = scopes == null ? List.of() : scopes;
    this.expiresInDays = expiresInDays == null ? DAYS : expiresInDays;
  }

  /** Each once, in the order of the matrix. */
  Set<Scope> wanted() {
    Set<Scope> wanted = EnumSet.noneOf(Scope.class);
    scopes.stream().map(Scope::of).flatMap(Optional::stream).forEach(wanted::add);
    return wanted;
  }
}
