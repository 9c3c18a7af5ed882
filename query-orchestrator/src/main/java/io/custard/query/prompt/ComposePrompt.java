package io.custard.query.prompt;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import io.custard.query.example.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The prompt that asks for SQL, or for it anew after it came to nothing. */
public final class ComposePrompt {
  private static final Template SYSTEM = Template.named("compose-2");
  private static final Template USER = Template.named("compose-2-question");
  private static final int LONGEST_SQL = 4_000;
  private static final int LONGEST_REASON = 600;
  private static final int LONGEST_QUESTION = 2_000;

  /** Tokens that examples may take. */
  private static final int EXAMPLES = 800;

  /** About what a token has; used to keep to a budget, never to bill. */
  public static final int CHARACTERS_PER_TOKEN = 3;

  private static final JsonSchema ANSWER =
      JsonSchema.builder()
          .name("composed")
          .rootElement(
              JsonObjectSchema.builder()
                  .addEnumProperty("outcome", List.of("sql", "unclear", "impossible"))
                  .addStringProperty("sql")
                  .addStringProperty("reading")
                  .addStringProperty("sentence")
                  .addStringProperty("reason")
                  .required("outcome", "sql", "reading", "sentence", "reason")
                  .additionalProperties(false)
                  .build())
          .build();

  private ComposePrompt() {}

  /** How many characters of the schema fit beside everything else, values of columns too. */
  public static int room(int contextTokens, int answerTokens) {
    int fixed = 3_500 + EXAMPLES + 2 * (LONGEST_SQL + LONGEST_REASON) / CHARACTERS_PER_TOKEN;
    return Math.max(500, contextTokens - answerTokens - fixed) * CHARACTERS_PER_TOKEN;
  }

  /** What came to nothing before is shown with its reasons, the latest last. */
  public static Prompt of(Question question, SchemaPart schema, List<Rejected> before) {
    String system =
        SYSTEM.with(
            Map.of(
                "dialect", Quoted.name(question.dialect()),
                "today", question.today().toString(),
                "zone", question.zone().getId()));
    String user =
        USER.with(
            Map.of(
                "schema", SchemaText.of(schema),
                "shown", Integer.toString(schema.tables().size()),
                "all", Integer.toString(schema.all()),
                "examples",
                    question.examples().stream()
                        .map(ComposePrompt::of)
                        .collect(Collectors.joining()),
                "question", Quoted.text(question.text(), LONGEST_QUESTION),
                "before", before.stream().map(ComposePrompt::of).collect(Collectors.joining())));
    return new Prompt(system, user, ANSWER);
  }

  /** As many as there is room for, the first before the others. */
  static List<Example> fitting(List<Example> examples) {
    List<Example> fitting = new ArrayList<>();
    int left = EXAMPLES * CHARACTERS_PER_TOKEN;
    for (Example example : examples) {
      int length = of(example).length();
      if (length <= left) {
        fitting.add(example);
        left -= length;
      }
    }
    return fitting;
  }

  private static String of(Example example) {
    return "Example question: %s\nExample SQL: %s\n\n"
        .formatted(
            Quoted.text(example.question(), LONGEST_QUESTION),
            Quoted.text(example.shown(), LONGEST_SQL));
  }

  private static String of(Rejected rejected) {
    return "\nRejected SQL: %s\nReason: %s\n"
        .formatted(
            Quoted.text(rejected.sql(), LONGEST_SQL),
            Quoted.text(rejected.reason(), LONGEST_REASON));
  }
}
