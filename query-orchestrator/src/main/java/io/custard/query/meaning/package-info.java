/**
 * How alike the meanings of a question and of tables are, computed in this process: nothing is sent
 * anywhere, and nothing but names, comments and questions is looked at.
 */
@NullMarked
package io.custard.query.meaning;

import org.jspecify.annotations.NullMarked;
