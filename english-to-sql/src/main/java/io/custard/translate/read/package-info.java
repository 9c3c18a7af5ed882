/** Reads linked words into a draft of the query; every word must be explained. */
@NullMarked
package io.custard.translate.read;

import org.jspecify.annotations.NullMarked;
