/** {@code /api/v1/models}: what questions may be asked of, and who may see what. */
@NullMarked
package io.custard.query.model.manage;

import org.jspecify.annotations.NullMarked;
