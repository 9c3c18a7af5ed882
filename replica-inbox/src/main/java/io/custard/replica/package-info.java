/**
 * How one running replica is reached over Kafka (ADR 0001): it leases a partition number in Redis,
 * reads that partition from its end, and others write to exactly that partition.
 */
@NullMarked
package io.custard.replica;

import org.jspecify.annotations.NullMarked;
