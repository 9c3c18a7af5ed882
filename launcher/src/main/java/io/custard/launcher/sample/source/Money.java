package io.custard.launcher.sample.source;

/** An amount in euro, exact to the cent; its text is what PostgreSQL reads as numeric. */
public record Money(long cents) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);

  public static Money euros(long euros) {
    return new Money(euros * 100);
  }

  public Money plus(Money other) {
    return new Money(cents + other.cents);
  }

  public Money minus(Money other) {
    return new Money(cents - other.cents);
  }

  public Money times(int quantity) {
    return new Money(cents * quantity);
  }

  /** This many percent of the amount, half a cent rounded up. */
  public Money percent(int percent) {
    return new Money((cents * percent + 50) / 100);
  }

  /** The amount as a price tag: just under half a euro when it is small, else under a whole one. */
  public Money asPriceTag() {
    long step = cents < 2000 ? 50 : 100;
    return new Money(Math.max(1, (cents + step / 2) / step) * step - 1);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  @Override
  public String toString() {
    long rest = cents % 100;
    return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
  }
}
