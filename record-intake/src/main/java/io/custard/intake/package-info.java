/** Reading Kafka records so that none is lost and none stops the others. */
@NullMarked
package io.custard.intake;

import org.jspecify.annotations.NullMarked;
