/** What services tell each other over Kafka: topics, commands, replies and events (ADR 0001). */
@NullMarked
package io.custard.protocol.event;

import org.jspecify.annotations.NullMarked;
