/** What people change here, told to the audit log. */
@NullMarked
package io.custard.query.audit;

import org.jspecify.annotations.NullMarked;
