/** Stable error codes and the RFC 9457 body that carries them. */
@NullMarked
package io.custard.problem;

import org.jspecify.annotations.NullMarked;
