/**
 * Real servers from Maven artifacts, started on loopback: PostgreSQL, Redis, Kafka and an SMTP
 * sink. The launcher runs a whole installation on them, tests run against the same ones.
 *
 * <p>Every server is given a directory, or makes a temporary one and deletes it when closed; every
 * start has a deadline and fails with a {@link ServerStartException} that says what to do.
 */
@NullMarked
package io.custard.embedded;

import org.jspecify.annotations.NullMarked;
