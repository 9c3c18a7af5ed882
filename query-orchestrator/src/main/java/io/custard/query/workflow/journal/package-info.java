/** The lines of workflows in Redis, and the lease that lets one process write them. */
@NullMarked
package io.custard.query.workflow.journal;

import org.jspecify.annotations.NullMarked;
