/** The models that organisations add, as they lie in the database. */
@NullMarked
package io.custard.query.model.store;

import org.jspecify.annotations.NullMarked;
