/** Who linked and who was turned away, for the audit trail. */
@NullMarked
package io.custard.gateway.audit;

import org.jspecify.annotations.NullMarked;
