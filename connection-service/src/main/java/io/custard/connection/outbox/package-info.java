/** What was committed is published: a table written with the change, and its relay to Kafka. */
@NullMarked
package io.custard.connection.outbox;

import org.jspecify.annotations.NullMarked;
