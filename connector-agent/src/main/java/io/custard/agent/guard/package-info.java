/** The last judge before the database: {@code sql-guard} run in the customer's own network. */
@NullMarked
package io.custard.agent.guard;

import org.jspecify.annotations.NullMarked;
