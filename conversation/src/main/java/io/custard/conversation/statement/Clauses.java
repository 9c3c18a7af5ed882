package io.custard.conversation.statement;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.sf.jsqlparser.statement.select.PlainSelect;

/**
 * The clauses of one SELECT; those it has not are empty.
 *
 * @param more whether there are clauses beside these
 */
record Clauses(
    boolean distinct,
    List<Span> items,
    Span from,
    Span where,
    List<Span> groups,
    Span having,
    List<Span> orders,
    Span limit,
    boolean more) {

  // By the order in which they stand.
  private static final List<String> HEADS =
      List.of("select", "from", "where", "group", "having", "window", "qualify", "order", "limit");
  private static final List<String> OTHERS =
      List.of(
          "offset",
          "fetch",
          "for",
          "union",
          "intersect",
          "except",
          "minus",
          "window",
          "qualify",
          "into",
          "lock",
          "sample",
          "using",
          "settings",
          "format",
          "prewhere",
          "top",
          "connect");
  private static final Span NOTHING = new Span(0, 0);

  /** The clauses of a statement that begins with SELECT; empty if the parser sees others. */
  static Optional<Clauses> of(Statement tokens, PlainSelect tree) {
    if (!tokens.at(0).isWord("select")) {
      return Optional.empty();
    }
    Map<String, Span> spans = spans(tokens);
    Span select = spans.getOrDefault("select", NOTHING);
    boolean distinct = tokens.at(1).isWord("distinct");
    Span items = new Span(distinct ? 2 : 1, select.to());
    Clauses clauses =
        new Clauses(
            distinct,
            items.items(tokens),
            spans.getOrDefault("from", NOTHING),
            spans.getOrDefault("where", NOTHING),
            spans.getOrDefault("group", NOTHING).items(tokens),
            spans.getOrDefault("having", NOTHING),
            spans.getOrDefault("order", NOTHING).items(tokens),
            spans.getOrDefault("limit", NOTHING),
            hasMore(tokens, items));
    return clauses.agreesWith(tree) ? Optional.of(clauses) : Optional.empty();
  }

  private static Map<String, Span> spans(Statement tokens) {
    Map<String, Span> spans = new TreeMap<>();
    int rank = 0;
    int start = 1;
    for (int i = 1; i < tokens.size(); i++) {
      int next = tokens.enclosing(i) < 0 ? rank(tokens, i) : -1;
      if (next > rank) {
        spans.put(HEADS.get(rank), new Span(start, i));
        rank = next;
        start = i + (isTwoWords(next) ? 2 : 1);
      }
    }
    spans.put(HEADS.get(rank), new Span(start, tokens.size()));
    return spans;
  }

  private static boolean isTwoWords(int rank) {
    return HEADS.get(rank).equals("group") || HEADS.get(rank).equals("order");
  }

  private static int rank(Statement tokens, int at) {
    Token token = tokens.at(at);
    if (token.kind() != TokenKind.WORD || tokens.at(at - 1).isMark(".")) {
      return -1;
    }
    int rank = HEADS.indexOf(token.name());
    boolean partOfOperator = token.isWord("from") && tokens.at(at - 1).isWord("distinct");
    boolean name = rank >= 0 && isTwoWords(rank) && !tokens.at(at + 1).isWord("by");
    return partOfOperator || name ? -1 : rank;
  }

  private static boolean hasMore(Statement tokens, Span items) {
    boolean on = tokens.at(items.from()).isWord("on") || tokens.at(items.from()).isWord("top");
    for (int i = items.to(); i < tokens.size() && !on; i++) {
      Token token = tokens.at(i);
      on =
          tokens.enclosing(i) < 0
              && token.kind() == TokenKind.WORD
              && OTHERS.contains(token.name())
              && !tokens.at(i - 1).isMark(".");
    }
    return on;
  }

  private boolean agreesWith(PlainSelect tree) {
    return tree.getSelectItems() != null
        && tree.getSelectItems().size() == items.size()
        && (tree.getWhere() == null) == where.isEmpty()
        && (tree.getGroupBy() == null) == groups.isEmpty()
        && (tree.getHaving() == null) == having.isEmpty()
        && (tree.getOrderByElements() == null ? 0 : tree.getOrderByElements().size())
            == orders.size();
  }
}
