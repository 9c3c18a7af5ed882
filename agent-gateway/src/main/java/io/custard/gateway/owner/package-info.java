/** Which replica holds which agent's link, and whether an older one still answers. */
@NullMarked
package io.custard.gateway.owner;

import org.jspecify.annotations.NullMarked;
