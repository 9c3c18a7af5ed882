/** The audit topic, which everything worth a line in the log is told to. */
@NullMarked
package io.custard.query.audit;

import org.jspecify.annotations.NullMarked;
