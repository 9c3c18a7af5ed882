package io.custard.agent.config;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the agent was given: the environment and, above it, the flags. Their form is checked, what
 * they name is not.
 */
public final class Given {
  private final Map<String, String> environment;
  private final Map<Setting, String> flags;

  private Given(Map<String, String> environment, Map<Setting, String> flags) {
    this.environment = environment;
    this.flags = flags;
  }

  /**
   * Reads and checks the form of both.
   *
   * @param arguments flags only, {@code --flag value} or {@code --flag=value}
   */
  public static Given of(Map<String, String> environment, List<String> arguments)
      throws InvalidSettings {
    Given given = new Given(Map.copyOf(environment), read(arguments));
    for (Setting setting : Setting.values()) {
      setting.check(given.value(setting));
    }
    return given;
  }

  private static Map<Setting, String> read(List<String> arguments) throws InvalidSettings {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    int at = 0;
    while (at < arguments.size()) {
      String argument = arguments.get(at++);
      int equals = argument.indexOf('=');
      Setting setting = named(equals < 0 ? argument : argument.substring(0, equals), at);
      if (equals < 0 && at == arguments.size()) {
        throw new InvalidSettings("A value must follow " + argument + ".");
      }
      given.put(setting, equals < 0 ? arguments.get(at++) : argument.substring(equals + 1));
    }
    return given;
  }

  private static Setting named(String flag, int number) throws InvalidSettings {
    return Setting.ofFlag(flag)
        .orElseThrow(() ->
            new InvalidSettings(
                "Argument %d is not known; use run and the flags %s."
                    .formatted(number, String.join(", ", Setting.flags()))));
  }

  /** Without spaces around it; empty where nothing was given. */
  public String value(Setting setting) {
    return exactly(setting).strip();
  }

  /** As it is, for passwords. */
  String exactly(Setting setting) {
    String flag = flags.get(setting);
    return flag == null ? environment.getOrDefault(setting.variable(), "") : flag;
  }

  /** The folder of the user who runs the agent. */
  String home() {
    return environment.getOrDefault("HOME", ".");
  }

  /** What has to be in place as system properties before the application starts. */
  public Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    if (value(Setting.LOG_FORMAT).equals("json")) {
      properties.put("quarkus.log.console.json.enabled", "true");
    }
    if (!value(Setting.DRAIN_SECONDS).isEmpty()) {
      properties.put("custard.agent.limits.drain", "PT" + value(Setting.DRAIN_SECONDS) + "S");
    }
    return properties;
  }
}
