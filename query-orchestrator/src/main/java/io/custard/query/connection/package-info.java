/** Which connections exist and whose they are, as told by the registry. */
@NullMarked
package io.custard.query.connection;

import org.jspecify.annotations.NullMarked;
