package io.custard.conversation.statement;

import io.custard.check.block.Block;
import io.custard.check.block.Bound;
import io.custard.check.block.Source;
import io.custard.check.query.Resolved;
import io.custard.check.schema.Catalog;
import io.custard.conversation.state.ColumnName;
import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.StatementReader;
import io.custard.guard.Verdict;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.tree.StatementTree;
import io.custard.protocol.TableDescription.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** One SELECT, taken apart, with its columns resolved. Immutable. */
public final class SqlStatement {
  private final Catalog catalog;
  private final String sql;
  private final Statement tokens;
  private final PlainSelect tree;
  private final Clauses clauses;
  private final Block block;
  // By the token at which they begin; also those in queries inside.
  private final Map<Integer, Bound> columns;

  private SqlStatement(
      Catalog catalog, String sql, StatementTree read, Clauses clauses, List<Block> blocks) {
    this.catalog = catalog;
    this.sql = sql;
    this.tokens = read.tokens();
    this.tree = (PlainSelect) read.root();
    this.clauses = clauses;
    this.block = blocks.stream().filter(one -> one.result().answer()).findFirst().orElseThrow();
    this.columns =
        blocks.stream()
            .flatMap(one -> one.columns().stream())
            .collect(Collectors.toMap(Bound::first, Function.identity(), (one, _) -> one));
  }

  /** Takes a statement apart; empty if it is not a SELECT of that simple form the guard accepts. */
  public static Optional<SqlStatement> read(String sql, Catalog catalog) {
    Dialect dialect = catalog.names().dialect();
    if (!(new SqlGuard(dialect, GuardLimits.defaults()).judge(sql)
        instanceof Verdict.Accepted accepted)) {
      return Optional.empty();
    }
    Optional<StatementTree> tree = new StatementReader(dialect).read(accepted.sql());
    if (tree.isEmpty()
        || !(tree.get().root() instanceof PlainSelect select)
        || select.getWithItemsList() != null) {
      return Optional.empty();
    }
    List<Block> blocks = Resolved.of(tree.get(), catalog).blocks();
    boolean answers = blocks.stream().filter(one -> one.result().answer()).count() == 1;
    return answers
        ? Clauses.of(tree.get().tokens(), select)
            .map(found -> new SqlStatement(catalog, accepted.sql(), tree.get(), found, blocks))
        : Optional.empty();
  }

  public Catalog catalog() {
    return catalog;
  }

  public Dialect dialect() {
    return catalog.names().dialect();
  }

  /** The guard's text of it. */
  public String sql() {
    return sql;
  }

  public boolean isDistinct() {
    return clauses.distinct();
  }

  /** Whether an item of SELECT is given a name. */
  boolean isAliased(int item) {
    return tree.getSelectItems().get(item).getAlias() != null;
  }

  Clauses clauses() {
    return clauses;
  }

  Statement tokens() {
    return tokens;
  }

  /** The relations it reads, in order of appearance. */
  public List<Source> sources() {
    return block.joins().sources();
  }

  public Block block() {
    return block;
  }

  /** Whether it can be changed clause by clause without changing more than is meant. */
  public boolean isPlain() {
    List<String> tables = new ArrayList<>();
    sources().forEach(s -> tables.add(s.table() == null ? "" : s.table().description().name()));
    boolean known = !tables.contains("") && tables.stream().distinct().count() == tables.size();
    boolean odd =
        IntStream.range(0, tokens.size())
            .mapToObj(tokens::at)
            .anyMatch(t ->
                t.isWord("over") || t.isWord("rollup") || t.isWord("cube") || t.isWord("sets"));
    boolean oddGroup =
        clauses.groups().stream().anyMatch(g -> g.isEmpty() || tokens.at(g.from()).isWord("all"));
    return known && !tables.isEmpty() && !odd && !oddGroup && !clauses.more() && !hasFigureInside();
  }

  // A query inside that gives a figure or a column would have to be changed along.
  private boolean hasFigureInside() {
    for (int i = 1; i < tokens.size(); i++) {
      Token before = tokens.at(tokens.enclosing(i) - 1);
      boolean chooses =
          clauses.where().contains(i) && (before.isWord("in") || before.isWord("exists"));
      if (tokens.at(i).isWord("select") && !chooses) {
        return true;
      }
    }
    return false;
  }

  /** Whether LIMIT is more than one number. */
  public boolean hasOtherLimit() {
    return new Parts(this).hasOtherLimit();
  }

  /** The column that is all of a span. */
  Optional<Bound> bound(Span span) {
    Bound found = columns.get(span.from());
    return found != null && found.last() == span.to() - 1 ? Optional.of(found) : Optional.empty();
  }

  /** Every column in a span, also in queries inside. */
  List<Bound> boundIn(Span span) {
    return IntStream.range(span.from(), span.to())
        .mapToObj(columns::get)
        .filter(found -> found != null)
        .toList();
  }

  static Optional<ColumnName> name(Bound bound) {
    Column column = bound.field().column();
    return column == null || bound.source().table() == null
        ? Optional.empty()
        : Optional.of(new ColumnName(bound.source().table().description().name(), column.name()));
  }

  /** The canonical text of a span. */
  String text(Span span, boolean qualified) {
    List<Token> written = new ArrayList<>();
    for (int i = span.from(); i < span.to(); i++) {
      Bound bound = columns.get(i);
      if (qualified && bound != null && bound.first() == bound.last() && isOwn(bound)) {
        written.add(new Token(TokenKind.QUOTED_NAME, bound.source().alias(), "", 0));
        written.add(new Token(TokenKind.PUNCTUATION, ".", "", 0));
      }
      written.add(tokens.at(i));
    }
    return Statement.of(written).map(Statement::canonical).orElseThrow();
  }

  private boolean isOwn(Bound bound) {
    return sources().contains(bound.source());
  }

  /** A form in which columns are replaced. */
  String form(Span span, Function<Bound, String> column) {
    StringBuilder form = new StringBuilder();
    for (int i = span.from(); i < span.to(); i++) {
      Token token = tokens.at(i);
      Bound bound = columns.get(i);
      if (bound != null && bound.last() < span.to()) {
        form.append(column.apply(bound));
        i = bound.last();
      } else {
        form.append(token.kind() == TokenKind.WORD ? token.name() : token.text());
      }
      form.append(' ');
    }
    return GrainForms.key(form.toString().strip());
  }
}
