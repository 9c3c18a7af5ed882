/** Removes what nobody can use any more. */
@NullMarked
package io.custard.auth.housekeeping;

import org.jspecify.annotations.NullMarked;
