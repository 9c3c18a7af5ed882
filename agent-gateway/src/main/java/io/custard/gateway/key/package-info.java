/** Which agent keys exist, as told by the registry, and the check at the upgrade. */
@NullMarked
package io.custard.gateway.key;

import org.jspecify.annotations.NullMarked;
