/** Where organisations may have this installation call models. */
@NullMarked
package io.custard.query.model.address;

import org.jspecify.annotations.NullMarked;
