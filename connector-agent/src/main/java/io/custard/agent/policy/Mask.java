package io.custard.agent.policy;

/** What is shown in the place of a column's values. NULL stays NULL in every kind. */
public sealed interface Mask {
  /** As the policy file writes it. */
  String kind();

  /** NULL of the column's type. */
  record Nothing() implements Mask {
    static final String KIND = "null";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** Salted SHA-256 of the value as text, in hexadecimal: equal values stay equal. */
  record Hash() implements Mask {
    static final String KIND = "hash";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * The last characters of the value as text, a star for each one before; stars only for values
   * that are no longer than that.
   *
   * @param keep characters that are shown, 1 to {@link #MOST}
   */
  record Partial(int keep) implements Mask {
    static final String KIND = "partial";
    static final int USUAL = 4;
    static final int MOST = 20;

    @Override
    public String kind() {
      return KIND;
    }
  }
}
