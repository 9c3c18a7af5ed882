package io.custard.translate.link;

import io.custard.translate.text.Identifiers;
import io.custard.translate.text.Stemmer;
import io.custard.translate.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the longest words at a place of a question that name something of the schema. */
public final class Linker {
  private static final int MAX_WORDS = 7;
  private static final double SYNONYM = 0.72;
  private static final double WEAKEST = 0.42;
  private static final Set<String> INNER = Set.of("of", "the", "'s", "'", "’s", "’");

  private final SchemaIndex index;
  private final List<Token> tokens;
  private final Map<Integer, Optional<Mention>> known = new HashMap<>();

  /** A linker for the tokens of one question; not shared between threads. */
  public Linker(SchemaIndex index, List<Token> tokens) {
    this.index = index;
    this.tokens = List.copyOf(tokens);
  }

  /** The mention that starts at a token, or null. */
  public @Nullable Mention at(int from) {
    return known.computeIfAbsent(from, this::longest).orElse(null);
  }

  private Optional<Mention> longest(int from) {
    if (from >= tokens.size() || !wordAt(from) || INNER.contains(tokens.get(from).lower())) {
      return Optional.empty();
    }
    Mention best = null;
    List<String> stems = new ArrayList<>();
    for (int to = from; to < tokens.size() && to - from < MAX_WORDS; to++) {
      Token token = tokens.get(to);
      if (INNER.contains(token.lower()) && to > from) {
        continue;
      }
      if (!wordAt(to)) {
        break;
      }
      addStems(stems, token);
      Mention found = mention(from, to + 1, stems);
      if (found != null && (best == null || extendsBest(best, found))) {
        best = found;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Part of a column's name behind a table's does not hide that the table is named. */
  private static boolean extendsBest(Mention best, Mention found) {
    boolean weak = Math.max(found.columnScore(), found.tableScore()) < 0.75;
    return !(weak && best.tableScore() >= 0.9);
  }

  private boolean wordAt(int at) {
    Token token = tokens.get(at);
    boolean genitive = token.lower().startsWith("'") || token.lower().startsWith("’");
    return token.kind() == Token.Kind.WORD
        || genitive
        || (token.kind() == Token.Kind.NUMBER && at > 0);
  }

  private static void addStems(List<String> stems, Token token) {
    List<String> expanded = Identifiers.expand(token.lower());
    if (expanded.size() == 1 && token.lower().indexOf('_') >= 0) {
      expanded = Identifiers.words(token.text());
    }
    for (String word : expanded) {
      stems.add(Stemmer.stem(word));
    }
  }

  private @Nullable Mention mention(int from, int to, List<String> stems) {
    Map<TableNode, Double> tables = new HashMap<>();
    Map<ColumnNode, Mention.ColumnMatch> columns = new HashMap<>();
    collect(stems, 1, tables, columns);
    String joined = joined(from, to);
    if (stems.size() > 1) {
      collect(List.of(joined), 0.97, tables, columns);
    }
    if (tokens.get(from).is("number") && from + 1 < to && tokens.get(from + 1).is("of")) {
      columns.keySet().removeIf(c -> !c.words().isEmpty() && !c.words().get(0).equals("number"));
      tables.clear();
    }
    columns.values().removeIf(match -> match.score() < WEAKEST);
    tables.values().removeIf(score -> score < WEAKEST);
    if (tables.isEmpty() && columns.isEmpty()) {
      return null;
    }
    String text = String.join(" ", tokens.subList(from, to).stream().map(Token::lower).toList());
    return new Mention(from, to, text, best(tables), bestColumns(columns));
  }

  private String joined(int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (Token token : tokens.subList(from, to)) {
      if (!INNER.contains(token.lower())) {
        joined.append(token.lower());
      }
    }
    return Stemmer.stem(joined.toString());
  }

  private void collect(
      List<String> stems,
      double factor,
      Map<TableNode, Double> tables,
      Map<ColumnNode, Mention.ColumnMatch> columns) {
    List<String> firsts = new ArrayList<>(Lexicon.synonyms(stems.get(0)));
    firsts.add(stems.get(0));
    for (String first : firsts) {
      for (Form form : index.formsWith(first)) {
        double score = form.stems().size() == stems.size() ? match(form, stems) * factor : 0;
        if (score > 0) {
          ColumnNode column = form.column();
          if (column == null) {
            tables.merge(form.table(), score, Math::max);
          } else {
            columns.merge(
                column,
                new Mention.ColumnMatch(column, score, form.owned()),
                (a, b) -> b.score() > a.score() ? b : a);
          }
        }
      }
    }
  }

  private static double match(Form form, List<String> stems) {
    List<String> open = new ArrayList<>(form.stems());
    double score = form.score();
    for (String stem : stems) {
      if (!open.remove(stem)) {
        String synonym =
            open.stream().filter(Lexicon.synonyms(stem)::contains).findFirst().orElse(null);
        if (synonym == null) {
          return 0;
        }
        open.remove(synonym);
        score *= SYNONYM;
      }
    }
    return score;
  }

  private static List<Mention.TableMatch> best(Map<TableNode, Double> tables) {
    return tables.entrySet().stream()
        .map(e -> new Mention.TableMatch(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingDouble(Mention.TableMatch::score)
                .reversed()
                .thenComparing(m -> m.table().table().name()))
        .toList();
  }

  private static List<Mention.ColumnMatch> bestColumns(
      Map<ColumnNode, Mention.ColumnMatch> columns) {
    return columns.values().stream()
        .sorted(
            Comparator.comparingDouble(Mention.ColumnMatch::score)
                .reversed()
                .thenComparing(m -> m.column().toString()))
        .toList();
  }
}
