/** Passes discovered schemas on to the services that keep them. */
@NullMarked
package io.custard.gateway.schema;

import org.jspecify.annotations.NullMarked;
