package io.custard.check.query;

import io.custard.check.Problem;
import io.custard.check.block.Block;
import io.custard.check.schema.Catalog;
import io.custard.check.schema.Names;
import io.custard.guard.Dialect;
import io.custard.guard.text.Token;
import io.custard.guard.tree.StatementTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import org.jspecify.annotations.Nullable;

/** One statement while it is read, and what has been found in it. Used by one thread. */
final class Reading {
  private static final int MOST_PROBLEMS = 20;

  private final StatementTree tree;
  private final Catalog catalog;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Problem> problems = new LinkedHashMap<>();
  private int anonymous = -1;

  Reading(StatementTree tree, Catalog catalog) {
    this.tree = tree;
    this.catalog = catalog;
  }

  /** Whether the result of this SELECT is the statement's, or a part of it. */
  boolean isAnswer(PlainSelect select) {
    return tree.root() instanceof Select root && isAnswer(select, root);
  }

  private static boolean isAnswer(PlainSelect select, Select of) {
    return switch (of) {
      case SetOperationList set ->
          set.getSelects().stream().anyMatch(part -> isAnswer(select, part));
      case ParenthesedSelect inner when inner.getSelect() != null ->
          isAnswer(select, inner.getSelect());
      default -> select.equals(of);
    };
  }

  StatementTree tree() {
    return tree;
  }

  Catalog catalog() {
    return catalog;
  }

  Names names() {
    return catalog.names();
  }

  Dialect dialect() {
    return catalog.names().dialect();
  }

  /** A name of the tree as it is compared. */
  String key(@Nullable String name) {
    return names().key(resolved(name));
  }

  /** A name of the tree as the statement spells it. */
  String text(@Nullable String name) {
    return tree.indexOf(name) < 0 ? resolved(name) : tree.token(name).text();
  }

  /** The name of a called function, folded. */
  String called(@Nullable String name) {
    return resolved(name).toLowerCase(Locale.ROOT);
  }

  // The parser takes some key words for names; they are in the tree as they are.
  private String resolved(@Nullable String name) {
    if (name == null) {
      return "";
    }
    return tree.indexOf(name) < 0 ? name : tree.token(name).name();
  }

  /** An id for a source: the token that names it, or a number of its own. */
  int sourceId(String name) {
    int token = tree.indexOf(name);
    return token < 0 ? anonymous-- : token;
  }

  int position(int token) {
    return tree.tokens().at(token).position();
  }

  private String written(int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      Token token = tree.tokens().at(i);
      text.append(token.text());
    }
    return text.toString();
  }

  void add(Block block) {
    blocks.add(block);
  }

  /** Reports a chain of names once; what is to be said of it costs something. */
  void add(int first, int last, Function<String, Problem> problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.computeIfAbsent(written(first, last), problem);
    }
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Problem> problems() {
    return List.copyOf(problems.values());
  }
}
