package io.custard.conversation.statement;

/**
 * An item of ORDER BY.
 *
 * @param output the item of SELECT it is about; -1 if it is none of them
 * @param tail what stands behind the expression, such as DESC
 */
public record Sort(Span expression, Expr meaning, int output, boolean descending, String tail) {}
