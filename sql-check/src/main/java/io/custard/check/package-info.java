/**
 * Holds a statement against the schema before it is sent. {@link io.custard.check.StatementCheck}
 * answers with {@link io.custard.check.Findings}: problems, which the server would refuse, and
 * cautions, which give a figure that may not mean what it seems to.
 *
 * <p>It reads what the guard has accepted, the way the guard reads it: the tree of the skeleton
 * tells what is a name and where it stands, the tokens tell what was written. Whatever cannot be
 * known for certain makes the place around it open, and an open place has no wrong names: a good
 * statement that is refused costs more than a bad one that the server refuses.
 */
@NullMarked
package io.custard.check;

import org.jspecify.annotations.NullMarked;
