package io.custard.auth.platform;

import jakarta.validation.constraints.NotNull;

/**
 * Whether a person may log in at all.
 *
 * @param active false: all their log-ins end at once
 */
record PersonSwitch(@NotNull(message = "say whether the person is active") Boolean active) {}
