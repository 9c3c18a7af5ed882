/** From a question to SQL, without a model. */
@NullMarked
package io.custard.query.translate;

import org.jspecify.annotations.NullMarked;
