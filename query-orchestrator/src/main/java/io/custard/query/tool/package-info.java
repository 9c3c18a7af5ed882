/** What programs may have done: a list with typed parameters, and the one call that runs them. */
@NullMarked
package io.custard.query.tool;

import org.jspecify.annotations.NullMarked;
