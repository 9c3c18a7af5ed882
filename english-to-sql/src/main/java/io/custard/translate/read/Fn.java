package io.custard.translate.read;

/** An aggregate function. */
public enum Fn {
  COUNT,
  SUM,
  AVG,
  MIN,
  MAX
}
