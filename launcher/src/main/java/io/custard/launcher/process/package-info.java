/**
 * Child JVMs: how they are started, watched and stopped, and the caches that make them start fast.
 */
@NullMarked
package io.custard.launcher.process;

import org.jspecify.annotations.NullMarked;
