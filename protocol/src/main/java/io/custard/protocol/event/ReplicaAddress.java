package io.custard.protocol.event;

/**
 * Where one running replica is reached: its partition, and the random number of its process start.
 * A record with another epoch was meant for a predecessor and is dropped.
 */
public record ReplicaAddress(int partition, long epoch) {}
