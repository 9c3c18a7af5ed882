package io.custard.translate;

import io.custard.translate.link.Linker;
import io.custard.translate.link.SchemaIndex;
import io.custard.translate.link.TableNode;
import io.custard.translate.link.Value;
import io.custard.translate.link.ValueFinder;
import io.custard.translate.plan.JoinGraph;
import io.custard.translate.plan.Plan;
import io.custard.translate.plan.Planner;
import io.custard.translate.read.Cursor;
import io.custard.translate.read.Draft;
import io.custard.translate.read.NotUnderstood;
import io.custard.translate.read.QuestionReader;
import io.custard.translate.render.Sentences;
import io.custard.translate.render.SqlWriter;
import io.custard.translate.text.Token;
import io.custard.translate.text.Tokenizer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Translates plain English questions to SQL over one schema. Immutable and safe to share between
 * threads; the word index is built once. Never throws on any question, and answers {@link
 * Translation.CannotAnswer} rather than guess.
 */
public final class EnglishToSql {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_TOKENS = 150;

  private final SchemaIndex index;
  private final JoinGraph graph;
  private final SqlDialect dialect;
  private final LocalDate today;
  private final SchemaQuestions schemaQuestions;

  /** A translator for one schema; {@code today} anchors words such as "last month". */
  public EnglishToSql(Schema schema, SqlDialect dialect, LocalDate today) {
    this.index = new SchemaIndex(Objects.requireNonNull(schema, "schema"));
    this.graph = new JoinGraph(index);
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.today = Objects.requireNonNull(today, "today");
    this.schemaQuestions = new SchemaQuestions(schema, dialect);
  }

  /** Translates one question, given what is known of its values. */
  public Translation translate(String question, ValueHits values) {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(values, "values");
    if (question.length() > MAX_LENGTH) {
      return new Translation.CannotAnswer(
          "the question is longer than " + MAX_LENGTH + " characters");
    }
    try {
      return understood(question, values);
    } catch (NotUnderstood e) {
      return new Translation.CannotAnswer(e.reason());
    } catch (ArithmeticException | IllegalStateException e) {
      return new Translation.CannotAnswer("how the parts of the question belong together");
    }
  }

  /** Whether it asks what the schema holds, such as "list tables" or "describe orders". */
  public boolean isAboutSchema(String question) {
    return question.length() <= MAX_LENGTH && schemaQuestions.answer(question).isPresent();
  }

  private Translation understood(String question, ValueHits values) {
    Optional<Translation> aboutSchema = schemaQuestions.answer(question);
    if (aboutSchema.isPresent()) {
      return aboutSchema.get();
    }
    List<Token> tokens = Tokenizer.tokens(question);
    if (tokens.isEmpty() || tokens.size() > MAX_TOKENS) {
      throw new NotUnderstood(tokens.isEmpty() ? "there is no question" : "so many words");
    }
    Refusals.check(tokens);
    Shared shared = Shared.words(tokens, index);
    tokens = shared.tokens();
    Linker linker = new Linker(index, tokens);
    List<ValueFinder.Guess> guesses = ValueFinder.guesses(question, tokens, linker);
    if (!guesses.isEmpty() && !values.looked()) {
      List<ValueProbe> probes = new Probes(index, graph).probes(guesses, tokens, linker);
      if (!probes.isEmpty()) {
        return new Translation.NeedsValues(probes);
      }
    }
    List<Value> found = Probes.values(guesses, values);
    try {
      Draft draft = QuestionReader.read(new Cursor(tokens, linker, found, today));
      return written(Planner.plan(draft, graph, dialect));
    } catch (NotUnderstood e) {
      throw Probes.unknown(guesses, found)
          .map(word -> new NotUnderstood("'" + word + "' matches no table, column or value found"))
          .orElse(e);
    }
  }

  private Translation written(Plan plan) {
    String sql = new SqlWriter(dialect).write(plan);
    Set<String> tables = new LinkedHashSet<>();
    plan.joins().tables().stream().map(TableNode::table).map(Table::name).forEach(tables::add);
    plan.where().forEach(condition -> Probes.tables(condition, tables));
    return new Translation.Sql(
        sql, Sentences.explanation(plan), Sentences.answer(plan), List.copyOf(tables));
  }
}
