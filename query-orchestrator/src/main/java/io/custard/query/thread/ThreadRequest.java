package io.custard.query.thread;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is made with, or what of it is changed: absent stays as it is.
 *
 * @param title absent at first: the first question
 * @param model an empty text: the usual one
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ThreadRequest(
    @Nullable @Size(min = 1, max = 200) String title,
    @Nullable UUID connectionId,
    @Nullable @Size(max = 100) String model,
    @Nullable Boolean shared) {}
