/** What may be said to the program on the command line, and its help. */
@NullMarked
package io.custard.agent.command;

import org.jspecify.annotations.NullMarked;
