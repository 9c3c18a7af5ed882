/** Access tokens that were verified a moment ago are not verified again. */
@NullMarked
package io.custard.query.token;

import org.jspecify.annotations.NullMarked;
