/**
 * Identifiers and values that both the agent protocol and the Kafka events carry.
 *
 * <p>This module is append-only (ADR 0001): new components come last and may be absent, unknown
 * fields are ignored, a breaking change is a new record beside the old one.
 */
@NullMarked
package io.custard.protocol;

import org.jspecify.annotations.NullMarked;
