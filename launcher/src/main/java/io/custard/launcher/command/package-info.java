/** The commands of the launcher and what each does. */
@NullMarked
package io.custard.launcher.command;

import org.jspecify.annotations.NullMarked;
