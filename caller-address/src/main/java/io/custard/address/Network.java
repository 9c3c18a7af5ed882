package io.custard.address;

import java.net.InetAddress;

/** An address with the number of its leading bits that count. */
public record Network(InetAddress base, int bits) {

  /**
   * Reads {@code 10.0.0.0/8}, or an address alone.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static Network parse(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress base = InetAddress.ofLiteral(parts[0]);
    int all = base.getAddress().length * Byte.SIZE;
    int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : all;
    if (bits < 0 || bits > all) {
      throw new IllegalArgumentException("A network has 0 to " + all + " leading bits: " + text);
    }
    return new Network(base, bits);
  }

  /** Whether it is one of ours; an address of the other IP version never is. */
  public boolean holds(InetAddress address) {
    byte[] ours = base.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
