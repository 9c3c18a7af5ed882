package io.custard.auth.organisation;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation is to be called, or is called by somebody who wants to delete it.
 *
 * @param name taken without surrounding blanks
 */
record OrganisationName(
    @NotEmpty(message = "give the organisation a name")
        @Size(max = 100, message = "a name has at most 100 characters")
        @Pattern(regexp = SHOWABLE, message = "a name has no control characters")
        String name) {
  private static final String SHOWABLE = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

  OrganisationName(@Nullable String name) {
    this.name = name == null ? "" : name.strip();
  }
}
