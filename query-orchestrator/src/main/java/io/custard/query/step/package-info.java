/** The steps from a question to its answer, as one declared graph. */
@NullMarked
package io.custard.query.step;

import org.jspecify.annotations.NullMarked;
