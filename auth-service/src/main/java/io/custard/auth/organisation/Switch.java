package io.custard.auth.organisation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** Where somebody wants to go on. */
@JsonNaming(SnakeCaseStrategy.class)
record Switch(
    @NotEmpty(message = "say which organisation") @Size(max = 100) String organisationId) {}
