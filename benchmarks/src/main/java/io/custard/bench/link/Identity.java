package io.custard.bench.link;

/** Who an idle agent is and where it dials. */
record Identity(String connection, String key, String instance, int port) {
  /** Without the key. */
  @Override
  public String toString() {
    return "Identity[" + instance + "]";
  }
}
