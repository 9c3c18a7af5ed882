/** Control frames to and from text, and the port through which the other features send. */
@NullMarked
package io.custard.agent.frames;

import org.jspecify.annotations.NullMarked;
