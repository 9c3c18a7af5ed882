/** What was committed is published: a table written with the change, and its relay to Kafka. */
@NullMarked
package io.custard.outbox;

import org.jspecify.annotations.NullMarked;
