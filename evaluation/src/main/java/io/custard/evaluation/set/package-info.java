/** A folder of questions, gold SQL and databases, and a file of recorded statements. */
@NullMarked
package io.custard.evaluation.set;

import org.jspecify.annotations.NullMarked;
