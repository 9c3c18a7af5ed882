package io.custard.query.prompt;

import io.custard.query.example.Example;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A question with what its words mean where it is asked.
 *
 * @param dialect of the SQL that is wanted, as connections name it
 * @param today where the asker is
 * @param examples verified ones that are like it, the most similar first
 */
public record Question(
    String text, String dialect, LocalDate today, ZoneId zone, List<Example> examples) {
  public Question {
    examples = List.copyOf(examples);
  }

  /** Without examples. */
  public Question(String text, String dialect, LocalDate today, ZoneId zone) {
    this(text, dialect, today, zone, List.of());
  }

  /** The same with as many of these examples as a prompt has room for. */
  public Question with(List<Example> like) {
    return new Question(text, dialect, today, zone, ComposePrompt.fitting(like));
  }
}
