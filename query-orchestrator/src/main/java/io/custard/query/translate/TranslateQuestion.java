package io.custard.query.translate;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.connection.Connection;
import io.custard.query.execution.Asker;
import io.custard.translate.Translation;
import io.custard.translate.ValueHits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads a question with the built-in translator. Words that are probably values are looked up once
 * in the database, through the agent and the guard like every other statement; no model sees them.
 */
@ApplicationScoped
public class TranslateQuestion {
  /** The dialect the translator writes. */
  private static final String WRITTEN = "postgresql";

  private final SchemaTranslators translators;
  private final LookUpValues values;

  TranslateQuestion(SchemaTranslators translators, LookUpValues values) {
    this.translators = translators;
    this.values = values;
  }

  /** Fails with {@code QUERY_NOT_ANSWERABLE} and the reason rather than guess. */
  public Uni<Translation.Sql> translate(Connection connection, String question, Asker asker) {
    if (!connection.dialect().equals(WRITTEN)) {
      return Uni.createFrom().failure(notWritten());
    }
    return translators
        .translator(connection)
        .chain(translator ->
            switch (translator.translate(question, ValueHits.none())) {
              case Translation.NeedsValues needs ->
                  values
                      .lookUp(connection, needs.probes(), asker)
                      .map(hits -> translator.translate(question, hits));
              case Translation other -> Uni.createFrom().item(other);
            })
        .map(TranslateQuestion::answerable);
  }

  /**
   * Whether it asks what there is, such as "list tables", and not what the tables hold. False where
   * this translator writes no SQL or no schema is known yet.
   */
  public Uni<Boolean> isAboutSchema(Connection connection, String question) {
    return connection.dialect().equals(WRITTEN)
        ? translators
            .ifKnown(connection)
            .map(known -> known.filter(one -> one.isAboutSchema(question)).isPresent())
        : Uni.createFrom().item(false);
  }

  private static CustardException notWritten() {
    return new CustardException(
        ErrorCode.QUERY_NOT_ANSWERABLE,
        "Questions are only put into SQL for PostgreSQL so far; send sql for this database.");
  }

  private static Translation.Sql answerable(Translation translation) {
    return switch (translation) {
      case Translation.Sql sql -> sql;
      case Translation.CannotAnswer cannot ->
          throw new CustardException(
              ErrorCode.QUERY_NOT_ANSWERABLE,
              "I can't answer this without a model: " + cannot.reason());
      case Translation.NeedsValues needs ->
          throw new IllegalStateException("values are looked up once");
    };
  }
}
