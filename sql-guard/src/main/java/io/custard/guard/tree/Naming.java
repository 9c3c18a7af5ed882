package io.custard.guard.tree;

import java.util.function.UnaryOperator;

/**
 * The names behind the stand-ins in a tree.
 *
 * @param resolved as the server resolves it
 * @param spelled as it is compared with the names bound by WITH; equal names are equal for every
 *     server of the dialect
 */
public record Naming(UnaryOperator<String> resolved, UnaryOperator<String> spelled) {
  String of(String standIn) {
    return resolved.apply(standIn);
  }
}
