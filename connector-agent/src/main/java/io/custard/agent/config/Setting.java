package io.custard.agent.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set: the variable of the environment, its flag if it has one, and what it
 * means. The help text and the table of {@code docs/agent-settings.md} are made from this list.
 */
public enum Setting {
  GATEWAY(
      "CUSTARD_GATEWAY",
      "--gateway",
      Form.TEXT,
      "`ws://`, `wss://` or `http(s)://` address of Custard; may be the whole path with the id"),
  CONNECTION_ID(
      "CONNECTION_ID",
      "--connection-id",
      Form.TEXT,
      "the connection's id, unless the gateway's path has it"),
  KEY("CUSTARD_KEY", "--key", Form.TEXT, "the agent key; a flag is seen by every user of `ps`"),
  DB_URL("DB_URL", "--db-url", Form.TEXT, "the database, see below"),
  DB_ENGINE(
      "DB_ENGINE",
      "--db-engine",
      Form.TEXT,
      "instead of `DB_URL`, with the next three; `postgresql` if left out"),
  DB_HOST("DB_HOST", "--db-host", Form.TEXT, "the server's host"),
  DB_PORT("DB_PORT", "--db-port", Form.TEXT, "its port; the engine's usual one if left out"),
  DB_NAME("DB_NAME", "--db-name", Form.TEXT, "the database's name; of a file its path"),
  DB_USER("DB_USER", "--db-user", Form.TEXT, "the role that may read; where `DB_URL` has none"),
  DB_PASSWORD(
      "DB_PASSWORD",
      "--db-password",
      Form.TEXT,
      "its password; where `DB_URL` has none. A flag is seen by every user of `ps`"),
  POLICY(
      "CUSTARD_POLICY",
      "--policy",
      Form.TEXT,
      "the owner's policy file, see [agent-policy.md](agent-policy.md); none if left out"),
  LEDGER(
      "CUSTARD_LEDGER",
      "--ledger",
      Form.TEXT,
      "folder of the ledger; `~/.custard-agent/ID/ledger` if left out"),
  HTTP(
      "CUSTARD_AGENT_HTTP",
      "--http",
      Form.TEXT,
      "`host:port` or port for health and metrics, or `off`; `127.0.0.1:9464` if left out"),
  LOG_FORMAT(
      "CUSTARD_LOG_FORMAT",
      "--log-format",
      Form.LOG_FORMAT,
      "`text` or `json`, a line each; `text` if left out"),
  DRAIN_SECONDS(
      "CUSTARD_DRAIN_SECONDS",
      "--drain-seconds",
      Form.SECONDS,
      "how long statements under way may go on when the agent is told to stop; 10 if left out"),
  REQUIRE_CLEAN_ROLE(
      "CUSTARD_REQUIRE_CLEAN_ROLE",
      null,
      Form.SWITCH,
      "`true` refuses every statement while the database role may do more than read"),
  MAX_COST(
      "CUSTARD_MAX_COST",
      null,
      Form.AMOUNT,
      "what a statement may cost, in the planner's unit; no bound if left out"),
  MAX_COLUMNS("CUSTARD_MAX_COLUMNS", null, Form.COUNT, "columns of a result, 500"),
  MAX_ROWS("CUSTARD_AGENT_LIMITS_MAX_ROWS", null, Form.AMPLE_COUNT, "rows of a result, 20000000"),
  MAX_BYTES(
      "CUSTARD_AGENT_LIMITS_MAX_BYTES",
      null,
      Form.AMPLE_COUNT,
      "encoded bytes of a result, 17179869184"),
  TIMEOUT(
      "CUSTARD_AGENT_LIMITS_TIMEOUT",
      null,
      Form.DURATION,
      "from receipt to the last row, `PT300S`"),
  MAX_EXECUTIONS(
      "CUSTARD_AGENT_LIMITS_MAX_EXECUTIONS", null, Form.COUNT, "statements at the same time, 4"),
  MAX_WAITING("CUSTARD_AGENT_LIMITS_MAX_WAITING", null, Form.COUNT, "statements in the queue, 60");

  /** What a value must look like; what is read elsewhere is {@code TEXT} here. */
  enum Form {
    TEXT(".*", "any text"),
    LOG_FORMAT("text|json", "text or json"),
    SECONDS("[0-9]{1,4}", "a number of seconds from 0 to 9999"),
    SWITCH("(?i)true|false|yes|no|on|off|1|0", "true or false"),
    AMOUNT("[0-9]{1,15}([.][0-9]{1,6})?", "a number"),
    COUNT("[1-9][0-9]{0,8}", "a number from 1 to 999999999"),
    AMPLE_COUNT("[1-9][0-9]{0,16}", "a number above 0"),
    DURATION("(?i)PT[0-9.HMS]+|[0-9]{1,9}(ms|[smhd])?", "a duration such as PT300S or 300s");

    private final Pattern pattern;
    private final String words;

    Form(String pattern, String words) {
      this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
      this.words = words;
    }
  }

  private final String variable;
  private final Optional<String> flag;
  private final Form form;
  private final String meaning;

  Setting(String variable, @Nullable String flag, Form form, String meaning) {
    this.variable = variable;
    this.flag = Optional.ofNullable(flag);
    this.form = form;
    this.meaning = meaning;
  }

  public String variable() {
    return variable;
  }

  /** Empty for limits: they are set for good, not for one start. */
  public Optional<String> flag() {
    return flag;
  }

  /** For people, in Markdown. */
  public String meaning() {
    return meaning;
  }

  static Optional<Setting> ofFlag(String text) {
    return Arrays.stream(values())
        .filter(setting -> setting.flag.equals(Optional.of(text)))
        .findFirst();
  }

  static List<String> flags() {
    return Arrays.stream(values()).flatMap(setting -> setting.flag.stream()).sorted().toList();
  }

  /** Empty values are as good as none. The sentence does not repeat the value. */
  void check(String value) throws InvalidSettings {
    if (!value.isEmpty() && !form.pattern.matcher(value).matches()) {
      throw new InvalidSettings(variable + " must be " + form.words + ".");
    }
  }
}
