/** What an answer rests on. */
@NullMarked
package io.custard.query.evidence;

import org.jspecify.annotations.NullMarked;
