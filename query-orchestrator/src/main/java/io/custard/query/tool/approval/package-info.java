/** A person's consent to what a program wants to have done. */
@NullMarked
package io.custard.query.tool.approval;

import org.jspecify.annotations.NullMarked;
