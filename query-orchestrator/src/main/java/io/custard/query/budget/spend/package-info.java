/** Tokens are set aside before a call and counted as they were after it. */
@NullMarked
package io.custard.query.budget.spend;

import org.jspecify.annotations.NullMarked;
