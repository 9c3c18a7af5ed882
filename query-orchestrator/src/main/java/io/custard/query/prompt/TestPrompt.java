package io.custard.query.prompt;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;

/** The prompt that finds out whether a model answers. It shows nothing of anybody. */
public final class TestPrompt {
  public static final Prompt PROMPT =
      new Prompt(
          "You are being tested. Answer with the JSON object {\"ok\": true} and nothing else.",
          "Are you there?",
          JsonSchema.builder()
              .name("tested")
              .rootElement(
                  JsonObjectSchema.builder()
                      .addBooleanProperty("ok")
                      .required("ok")
                      .additionalProperties(false)
                      .build())
              .build());

  private TestPrompt() {}
}
