/** Who has a level of their own on a connection. */
@NullMarked
package io.custard.connection.grant;

import org.jspecify.annotations.NullMarked;
