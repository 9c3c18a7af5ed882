/** Which words of a question name which tables, columns and stored values. */
@NullMarked
package io.custard.translate.link;

import org.jspecify.annotations.NullMarked;
