/** What a SELECT does: which relations it joins and by what, how it groups, what it calculates. */
@NullMarked
package io.custard.check.block;

import org.jspecify.annotations.NullMarked;
