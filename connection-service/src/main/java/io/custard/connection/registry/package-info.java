/** The connections of every organisation and the hashes of their agents' keys. */
@NullMarked
package io.custard.connection.registry;

import org.jspecify.annotations.NullMarked;
