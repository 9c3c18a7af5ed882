/** Reading Kafka records so that none is lost and none stops the others. */
@NullMarked
package io.custard.connection.intake;

import org.jspecify.annotations.NullMarked;
