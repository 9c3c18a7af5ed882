/** Statements run straight on a SQLite file, as a measure for the pipeline. */
@NullMarked
package io.custard.evaluation.direct;

import org.jspecify.annotations.NullMarked;
