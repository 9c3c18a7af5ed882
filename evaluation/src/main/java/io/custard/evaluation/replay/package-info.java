/** Statements run through edge, orchestrator, Kafka, gateway and agent. */
@NullMarked
package io.custard.evaluation.replay;

import org.jspecify.annotations.NullMarked;
