/** Results: how they are written, told apart and held against gold results. */
@NullMarked
package io.custard.evaluation.rows;

import org.jspecify.annotations.NullMarked;
