/**
 * A statement taken apart and read. What is read is the tokens, clause by clause: the guard's tree
 * holds stand-ins for names and literals, so it tells where things stand, not what was written.
 */
@NullMarked
package io.custard.conversation.statement;

import org.jspecify.annotations.NullMarked;
