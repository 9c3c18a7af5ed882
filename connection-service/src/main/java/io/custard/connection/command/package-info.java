/** What owners ask of a linked agent: to try its database now, to read the schema again. */
@NullMarked
package io.custard.connection.command;

import org.jspecify.annotations.NullMarked;
