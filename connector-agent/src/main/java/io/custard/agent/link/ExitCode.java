package io.custard.agent.link;

/** What the process says when it ends; part of the contract with scripts and unit files. */
public enum ExitCode {
  STOPPED(0),
  SETTINGS_WRONG(2),
  KEY_UNKNOWN(4),
  KEY_REFUSED(5),
  PROTOCOL_UNSUPPORTED(6);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
