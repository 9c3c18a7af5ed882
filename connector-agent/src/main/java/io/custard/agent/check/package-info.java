/** {@code custard-agent check}: everything an agent needs, tried one after the other. */
@NullMarked
package io.custard.agent.check;

import org.jspecify.annotations.NullMarked;
