/** Whether models answer, by probes and by what is asked of them anyway. */
@NullMarked
package io.custard.query.model.health;

import org.jspecify.annotations.NullMarked;
