/**
 * Masked columns. Every place of a statement that names a table with masked columns gets a query in
 * its stead that gives the same columns with the masks on, so no condition, join, order or function
 * of the statement ever sees a real value. What cannot be replaced for certain is refused.
 */
@NullMarked
package io.custard.agent.masking;

import org.jspecify.annotations.NullMarked;
