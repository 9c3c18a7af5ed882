/** Arguments as records: their JSON Schema, and reading them. */
@NullMarked
package io.custard.query.tool.parameter;

import org.jspecify.annotations.NullMarked;
