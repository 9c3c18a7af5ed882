/** Which names hold where in a statement, and the walk over its expressions that meets them. */
@NullMarked
package io.custard.check.scope;

import org.jspecify.annotations.NullMarked;
