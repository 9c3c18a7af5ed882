package io.custard.conversation.statement;

/**
 * An item of SELECT.
 *
 * @param alias as it is written; empty if it has none
 * @param name by which it is known, folded; empty if it has none
 */
public record Output(Span expression, String alias, String name, Expr meaning) {}
