/** Writes into the service's API description what each operation needs. */
@NullMarked
package io.custard.access.openapi;

import org.jspecify.annotations.NullMarked;
