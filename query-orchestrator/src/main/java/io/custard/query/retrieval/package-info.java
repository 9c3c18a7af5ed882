/**
 * Which tables of a schema a question is about: two rankings, by words and by meaning, each with
 * what lies beside a table, put together to one.
 */
@NullMarked
package io.custard.query.retrieval;

import org.jspecify.annotations.NullMarked;
