package io.custard.guard;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a connection adds to and takes from its dialect's list of functions. Names are compared in
 * lower case, qualified as they are called, such as {@code sales.net_price}; denying wins.
 *
 * @param allowedFunctions functions of the database's owner that only read
 * @param deniedFunctions functions that must not be called although the dialect's list has them
 */
public record GuardPolicy(Set<String> allowedFunctions, Set<String> deniedFunctions) {
  private static final GuardPolicy NONE = new GuardPolicy(Set.of(), Set.of());

  public GuardPolicy {
    allowedFunctions = folded(allowedFunctions);
    deniedFunctions = folded(deniedFunctions);
  }

  /** Changes nothing. */
  public static GuardPolicy none() {
    return NONE;
  }

  private static Set<String> folded(Set<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
