/** Creating, listing, showing and deleting connections. */
@NullMarked
package io.custard.connection.manage;

import org.jspecify.annotations.NullMarked;
