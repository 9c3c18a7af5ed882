/**
 * What is known of a database before any statement: its tables, their columns and keys, its rules
 * for names.
 */
@NullMarked
package io.custard.check.schema;

import org.jspecify.annotations.NullMarked;
