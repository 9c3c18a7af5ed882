/** The questions of a demo, asked through the public API and shown to people or programs. */
@NullMarked
package io.custard.launcher.demo;

import org.jspecify.annotations.NullMarked;
