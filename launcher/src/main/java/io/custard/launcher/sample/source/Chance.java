package io.custard.launcher.sample.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A stream of repeatable random choices. Streams of different names are independent, so drawing
 * more from one changes nothing in the others. Not thread-safe, and not for secrets.
 *
 * <p>The algorithm is SplitMix64, written out because the JDK promises neither the same numbers
 * from {@code SplittableRandom.nextInt(int)} in every version nor the same order of draws.
 */
public final class Chance {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long state;

  private Chance(long state) {
    this.state = state;
  }

  /** The stream of this name, from its beginning. */
  public static Chance named(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return new Chance(hash);
  }

  private long nextLong() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A number from 0 up to, but not including, 1. */
  public double unit() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  public boolean happens(double probability) {
    return unit() < probability;
  }

  /** A whole number from {@code lowest} to {@code highest}, both possible. */
  public int between(int lowest, int highest) {
    return lowest + (int) (unit() * (highest - lowest + 1));
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(between(0, choices.size() - 1));
  }

  /** One of the choices, the earlier the likelier: the first is twice as likely as the second. */
  public <T> T oneOfTheFirst(List<T> choices) {
    return Weighted.of(choices, choice -> 1.0 / (choices.indexOf(choice) + 1)).pick(this);
  }

  /** A day from {@code first} to {@code last}, both possible. */
  public LocalDate day(LocalDate first, LocalDate last) {
    return first.plusDays(between(0, (int) ChronoUnit.DAYS.between(first, last)));
  }

  /** A moment of this day between early morning and late evening, universal time. */
  public Instant momentOf(LocalDate day) {
    LocalTime time = LocalTime.of(between(6, 21), between(0, 59), between(0, 59));
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  /** Fills a pattern: {@code #} becomes a digit, {@code @} a capital letter. */
  public String fill(String pattern) {
    StringBuilder text = new StringBuilder(pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '#' -> text.append((char) ('0' + between(text.isEmpty() ? 1 : 0, 9)));
        case '@' -> text.append((char) ('A' + between(0, 25)));
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
