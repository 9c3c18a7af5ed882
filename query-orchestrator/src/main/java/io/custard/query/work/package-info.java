/** What one question is about, for all steps that answer it. */
@NullMarked
package io.custard.query.work;

import org.jspecify.annotations.NullMarked;
