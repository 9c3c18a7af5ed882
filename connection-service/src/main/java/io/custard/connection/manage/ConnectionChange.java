package io.custard.connection.manage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.OpenTo;
import io.custard.connection.registry.Connections;
import io.custard.protocol.Exposure;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be different about a connection; what is absent stays.
 *
 * @param name taken without surrounding blanks
 * @param allowedFunctions all of them, in place of those before
 * @param exposure what a model may see: {@code schema_only}, {@code masked} or {@code full}
 */
@JsonNaming(SnakeCaseStrategy.class)
record ConnectionChange(
    @Nullable
        @Size(min = 1, max = 100, message = "a name has 1 to 100 characters")
        @Pattern(regexp = NewConnection.SHOWABLE, message = "a name has no control characters")
        String name,
    @Nullable Boolean requireCleanRole,
    @Nullable @Size(max = NewConnection.MOST_FUNCTIONS, message = "name at most 200 functions")
        List<
                @NotNull
                @Pattern(regexp = NewConnection.FUNCTION, message = NewConnection.FUNCTION_FORM)
                String>
            allowedFunctions,
    @Nullable @Pattern(regexp = NewConnection.OPEN_TO, message = NewConnection.OPEN_TO_FORM)
        String openTo,
    @Nullable @Pattern(regexp = NewConnection.EXPOSURE, message = NewConnection.EXPOSURE_FORM)
        String exposure) {

  ConnectionChange {
    name = name == null ? null : name.strip();
  }

  Connections.Change change() {
    return new Connections.Change(
        name,
        requireCleanRole,
        allowedFunctions,
        openTo == null ? null : OpenTo.of(openTo).orElseThrow(),
        exposure == null ? null : Exposure.named(exposure).orElseThrow());
  }
}
