/**
 * Decides what is a read. {@link io.custard.guard.SqlGuard} judges one text for one dialect and
 * answers with a {@link io.custard.guard.Verdict}; what is judged is what is sent.
 *
 * <p>Two layers must agree. The first works on the tokens of our own lexer, which reads as the
 * server reads: a single statement that starts as a query, no word that writes or locks, every name
 * before a parenthesis on the list of reading functions, no system relation that is not listed.
 * Nothing can hide from it in an odd position, because it knows no positions. The second parses the
 * statement and walks the tree by allow-list, so that nothing passes that the guard does not
 * understand; it sees a skeleton in which names, literals and operators are replaced, so a
 * difference between the parser's reading and the server's has nothing to work with.
 *
 * <p>The walk reads the fields of the parser's classes by reflection, not through its visitors. The
 * visitors of JSqlParser 5.4 pass over calls in more than twenty positions, and a hand-written walk
 * over its eighty classes would be longer than the rest of this module and silently incomplete
 * after each upgrade. A reflective walk is complete by construction: a field nobody thought of
 * stops it. The price is that a native image needs the classes registered; that file is generated
 * from the list of allowed classes, and a test compares the two.
 */
@NullMarked
package io.custard.guard;

import org.jspecify.annotations.NullMarked;
