package io.custard.guard.rule;

import io.custard.guard.text.Lexer;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.tree.AllowedNodes;
import java.util.Optional;
import java.util.Set;

/**
 * What the guard knows of one dialect. A further dialect is one folder with one implementation: how
 * the server cuts text, which words start and end a read, which names before a parenthesis are
 * calls, which functions and relations may be read, and how the statement is written for the
 * parser.
 *
 * <p>Implementations are stateless and shared between threads.
 */
public interface Grammar {
  /** Cuts a text as the server does. */
  Lexer lexer();

  /**
   * Decides from key words alone whether the statement can be a read.
   *
   * @return the index at which the query starts: 0, or after EXPLAIN
   * @throws Refusal if it is or contains anything else
   */
  int queryStart(Statement statement) throws Refusal;

  /**
   * Whether the name at {@code at}, which stands before an opening parenthesis, is a call or might
   * be one. False only where the server's grammar has no room for a call.
   */
  boolean isCall(Statement statement, int at);

  /**
   * The name of the built-in function a call at {@code at} reaches, folded; empty if the name is
   * qualified in a way that leads elsewhere.
   */
  Optional<String> builtIn(Statement statement, int at);

  /** The built-in functions that only read, folded. */
  Set<String> functions();

  /**
   * Holds every name to the lists of system relations.
   *
   * @throws Refusal for a relation with credentials, files or other people's statements
   */
  void checkRelations(Statement statement, int from) throws Refusal;

  /** How a name is reported; as resolved by default. */
  default String nameOf(Token name) {
    return name.name();
  }

  /**
   * How a name is compared with the names bound by WITH. It is finer than {@link #nameOf} where
   * some servers tell cases apart there: what might be the relation is then reported as read.
   */
  default String withNameOf(Token name) {
    return nameOf(name);
  }

  /** The statement from {@code from} on, written for the parser. */
  Skeleton skeleton(Statement statement, int from);

  /**
   * Whether {@code relation.name} may call a function of this name with the whole row, as
   * PostgreSQL's {@code t.row_to_json} does; then all columns are reported as read.
   */
  default boolean readsWholeRow(String name) {
    return false;
  }

  /** The classes of the syntax tree a read may consist of. */
  AllowedNodes nodes();
}
