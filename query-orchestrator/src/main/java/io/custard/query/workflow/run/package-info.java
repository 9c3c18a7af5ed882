/** Accepting workflows and running them to their end. */
@NullMarked
package io.custard.query.workflow.run;

import org.jspecify.annotations.NullMarked;
