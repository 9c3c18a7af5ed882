package io.custard.agent.link;

/**
 * What the process says when it ends; part of the contract with scripts and unit files. The help
 * text and {@code docs/agent-settings.md} are made from this list.
 */
public enum ExitCode {
  STOPPED(0, "told to stop; `check`: everything is right"),
  WARNINGS(1, "`check`: it would work, with warnings"),
  SETTINGS_WRONG(2, "settings, policy file or ledger folder are wrong; the sentence says which"),
  OUT_OF_MEMORY(3, "the memory given to it was not enough"),
  KEY_UNKNOWN(4, "the gateway did not know the key for 60 s"),
  KEY_REFUSED(5, "the key was revoked or belongs to another connection"),
  PROTOCOL_UNSUPPORTED(6, "gateway and agent speak no common protocol"),
  DATABASE_AWAY(7, "`check`: the database does not answer or refuses the log-in"),
  GATEWAY_AWAY(8, "`check`: the gateway does not answer, or not as one");

  private final int number;
  private final String because;

  ExitCode(int number, String because) {
    this.number = number;
    this.because = because;
  }

  public int number() {
    return number;
  }

  /** For people, in Markdown. */
  public String because() {
    return because;
  }
}
