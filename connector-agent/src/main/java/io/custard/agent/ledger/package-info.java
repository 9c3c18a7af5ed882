/**
 * What the agent did, kept on the customer's side: append-only, hash-chained lines that say who
 * asked what, what the agent judged, and how much left. What cannot be written here is not run.
 *
 * <p>Start reading at {@link io.custard.agent.ledger.Ledger}.
 */
@NullMarked
package io.custard.agent.ledger;

import org.jspecify.annotations.NullMarked;
