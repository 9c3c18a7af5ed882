package io.custard.query;

import io.custard.testkit.openai.Reply;
import io.custard.testkit.openai.Script;
import io.custard.testkit.openai.TestingModels;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** One model called {@code scripted}, which is asked where nobody chooses another. */
public class ScriptedModels implements QuarkusTestResourceLifecycleManager {
  static final String KEY = "sk-canary-4711";
  private static TestingModels models;

  static TestingModels models() {
    return models;
  }

  @Override
  public Map<String, String> start() {
    models = TestingModels.start(Script.always(new Reply.Text("{}")), KEY);
    String one = "custard.query.models.named.scripted.";
    return Map.of(
        one + "base-url",
        models.url(),
        one + "model",
        "scripted-1",
        one + "api-key",
        KEY,
        one + "aliases",
        "script",
        one + "timeout",
        "2s",
        "custard.query.models.usual",
        "scripted");
  }

  @Override
  public void stop() {
    models.close();
  }
}
