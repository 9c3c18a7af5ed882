package io.custard.query.tool.approval;

/** Whether a call may run now. */
public sealed interface Clearance {
  /**
   * It may.
   *
   * @param consent by which, for the audit log
   */
  record Given(String consent) implements Clearance {}

  /** A person has to say so first. */
  record Awaited(Approval approval) implements Clearance {}
}
