/** Starts everything embedded, supervises it, seeds it, and prints one URL. */
@NullMarked
package io.custard.launcher;

import org.jspecify.annotations.NullMarked;
