/** From the statement to rows, a sentence and a chart. */
@NullMarked
package io.custard.query.step.result;

import org.jspecify.annotations.NullMarked;
