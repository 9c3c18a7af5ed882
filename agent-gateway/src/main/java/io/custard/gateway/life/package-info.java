/** A socket from its opening to its end: hello, welcome, frames, close. */
@NullMarked
package io.custard.gateway.life;

import org.jspecify.annotations.NullMarked;
