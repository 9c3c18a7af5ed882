/** Whose data a request may see. */
@NullMarked
package io.custard.connection.tenant;

import org.jspecify.annotations.NullMarked;
