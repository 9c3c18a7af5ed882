/** Which gateway holds a connection's agents, and the way to it. */
@NullMarked
package io.custard.replica.link;

import org.jspecify.annotations.NullMarked;
