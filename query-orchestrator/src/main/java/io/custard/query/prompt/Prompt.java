package io.custard.query.prompt;

import dev.langchain4j.model.chat.request.json.JsonSchema;

/** All that one call shows a model. Only this package can make one. */
public final class Prompt {
  private final String system;
  private final String user;
  private final JsonSchema answer;

  Prompt(String system, String user, JsonSchema answer) {
    this.system = system;
    this.user = user;
    this.answer = answer;
  }

  /** What it is to do. */
  public String system() {
    return system;
  }

  /** What it is to do it with: text that others wrote, each piece as a JSON string. */
  public String user() {
    return user;
  }

  /** The form of its answer. */
  public JsonSchema answer() {
    return answer;
  }

  /** Leaves the texts out: they are about somebody's data. */
  @Override
  public String toString() {
    return "Prompt[" + (system.length() + user.length()) + " characters]";
  }
}
